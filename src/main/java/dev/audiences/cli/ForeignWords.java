package dev.audiences.cli;

import java.util.List;

/**
 * The words of other tools, and what stands for them here. Of the lines that match, the first counts whose replacement
 * is known to this version; {@link ValuePattern} has the kinds of values.
 *
 * <p>Behind the equals sign: what replaces the words; with {@code @}, what replaces the whole command line; {@code !}
 * for nothing, where a corrected command would do something else than what was meant. Behind a semicolon: what to say
 * about it. A backslash goes on in the next line. Loaded only when a command line was wrong.
 */
final class ForeignWords {
    /** Commands, with arguments in capitals. */
    static final List<ForeignWord> COMMANDS = ForeignWord.commands("""
            list help / ls help = help list
            accounts help = help accounts
            config help = help config
            sandbox help = help sandbox
            list accounts / list account / list groups / list account-groups / ls accounts / get accounts = accounts
            list orgs / list workspaces / list teams / show accounts / describe accounts / list-accounts = accounts
            accounts list / accounts ls / accounts get / accounts show / account list / account ls = accounts
            groups list / groups / group / orgs / org / workspaces / teams / account / account-groups = accounts
            whoami / me / user / users / ping / doctor / auth whoami = accounts ; accounts asks the API which \
            account groups the key can use
            list audiences / list audience / audiences list / audience list / audiences ls / audience ls = list
            show version / get version = version
            show config / get config / list config / ls config / show settings / list settings = config list
            get audiences / show audiences / ls audiences / describe audiences / list-audiences / audiences \
            audiences = list
            list all / ls all / get all / show all / all = list --all
            list TYPE / ls TYPE / list type=ANY / ls type=ANY = list --type $
            list FORMAT / ls FORMAT = list -o $
            list FILE = list -O $ -o $format
            list folders / list folder / ls folders / show folders / get folders = folders
            list prospects ANY / show prospects ANY / get prospects ANY = prospects $
            get audience/ANY / get audiences/ANY = get $
            prospects audience/ANY / prospects list ANY / prospects get ANY / prospects show ANY / list-prospects ANY \
            = prospects $
            prospects export ANY / prospects download ANY / export prospects ANY / download prospects ANY = prospects \
            $ --all
            audiences prospects ANY / audience prospects ANY / people ANY / leads ANY / contacts ANY = prospects $
            audiences export ANY / audience export ANY / export ID / download ID / dump ID = prospects $ --all
            audiences retrieve ANY / audiences get ANY / audience get ANY / audiences show ANY / audiences describe \
            ANY / audiences view ANY / audience show ANY / retrieve ANY = get $
            folders list / folders ls / folders get / folders show / list-folders / navigation / dirs = folders
            get audience ANY / show audience ANY / view audience ANY / describe audience ANY / list audience ANY = get $
            get ANY / show ANY / view ANY / describe ANY / read ANY / fetch ANY / inspect ANY / cat ANY / info ANY \
            = get $
            list ID / ls ID / audience ANY / audiences ANY = get $
            accounts ID = list --account $
            accounts use ID / accounts switch ID / accounts set ID / accounts select ID / account use ID = config \
            set accountGroupId $
            sandbox NUMBER = sandbox --port $
            sandbox start / sandbox run / sandbox serve / sandbox up = sandbox
            list desc / list asc = ! ; the direction goes with the field, as in  --sort prospectCount:desc
            ls / ll / dir / index / query / get / show / view / print / audience / audiences / listing = list
            wait ANY / await ANY / wait-for ANY / poll ANY / watch ANY = get --wait $
            people / leads / contacts / members / list people / list prospects / get prospects = ! ; prospects takes \
            the id of an audience
            search ANY / find ANY / grep ANY / filter ANY = list --all --name $
            count / wc / total / list count = list --count
            export ANY / download ANY / dump ANY / backup ANY / save ANY = list --all -O $ -o $format
            export / download / dump / backup / fetch / pull / sync = list --all -o csv
            config show / config view / config ls / config print / config dump / config status / config all = \
            config list
            settings / config get-all / auth status / auth list / status / env / config env / profile / \
            configuration = config list
            profiles / profiles list / profile list / config profiles / config get-profiles = config get profiles
            config get-contexts / config list-profiles = config get profiles
            config use-context ANY / config use-profile ANY / config use ANY / config switch ANY / profile use ANY \
            = config set profile $
            login / signin / auth login / auth / authenticate / configure / init / setup / config init = config set \
            apiKey
            config login / config auth / config add apiKey / auth setup / auth set / set-key / key / token = config \
            set apiKey
            logout / signout / auth logout / config logout = config unset apiKey
            config add / config put / set / config save / config update = config set
            config rm / config remove / config delete / config del / config clear / unset / config reset = config \
            unset
            config SETTING ANY = config set $
            config SETTING / config read SETTING / config show SETTING / config list SETTING / config view SETTING \
            = config get $
            config file / config where / config location / config dir / config folder = config path
            config edit / config open = ! ; edit the file that  audiences config path  names, or use  audiences \
            config set
            completions / autocomplete / autocompletion / completion-script = completion
            completion install / completion script / completion generate = completion
            mock / serve / server / demo / fake / start / emulator = sandbox
            usage / man / manual / docs / commands / guide / ? / /? / /help = help
            help me = help
            ver / about = version
            list ANY = ! ; list takes options only: --name finds audiences by their names, --type by their type
            create / add / new / delete / remove / rm / del / import / edit / rename / move = ! ; this program only \
            reads: it makes, changes and deletes no audience
            update / upgrade / self-update / install = ! ; the program does not update itself: install the newer \
            release over it
            """);

    /** Single words that stand alone, without a command. */
    static final List<ForeignWord> ALONE = ForeignWord.options("""
            -version --ver = @--version
            -v --v = @--version ; -v (--verbose) goes with a command, such as  audiences list -v
            -? -help --h -H --usage --man = @--help
            """);

    /** Options. The first lines are about the key: they count before any other, and never show its value. */
    static final List<ForeignWord> OPTIONS = ForeignWord.options("""
            --api-key --apikey --token --key --api-token --access-token --auth-token : ANY = @config set apiKey ; \
            no option takes the API key: other users of this machine could read it. This asks for it
            --bearer --secret --password --auth --user -u --credentials --api_key : ANY = @config set apiKey ; no \
            option takes the API key: other users of this machine could read it. This asks for it
            --header -H : ANY = @config set apiKey ; the key is sent from the settings, and other headers are not \
            needed
            --api-key --apikey --token --key --api-token --access-token --auth-token = @config set apiKey ; this \
            asks for the key
            --bearer --secret --password --auth --credentials --api_key --login = @config set apiKey ; this asks \
            for the key
            --api-key-file --token-file --key-file : ANY = ! ; name the file in the variable AUDIENCES_API_KEY_FILE
            --version -V = @--version
            --audience --audience-id : ANY = $
            --id --ids : ANY = @get $
            --watch --follow -w = --wait
            --for --until-ready : ANY = --wait
            --json : FIELDS = -o json --columns $
            --json --as-json = -o json
            --csv --as-csv = -o csv
            --tsv = -o tsv
            --ndjson --jsonl --json-lines --jsonlines = -o ndjson
            --table --human --human-readable = -o table
            --xlsx --excel --xls = -O audiences.xlsx -o xlsx
            --excel --xls = -o csv --spreadsheet
            --yaml --yml = -o json ; JSON is YAML too
            --format --output-format --fmt --output-type --as -f --out -T --outform : FORMAT = -o $
            --format --output-format --fmt --output-type -f : xls excel spreadsheet = -O audiences.xlsx -o xlsx
            --format --output-format --fmt --output-type -f : xls excel spreadsheet = -o csv --spreadsheet
            --format --output-format --fmt --output-type -f : yaml yml = -o json ; JSON is YAML too
            --file --out --outfile --out-file --save --save-to --export --to --dest --destination -f : FILE = -O $ \
            -o $format
            --jq : ANY = -o json ; then a pipe into jq, with the same expression in quotes
            --field --fields --cols --select --properties --attributes --props --keys --show -c : ANY = --columns $
            --search --grep --find --contains --match --text --like --keyword -S -s : ANY = --name $
            --since --newer --newer-than --start-date --from --created --created-since --after --from-date : WHEN = \
            --created-after $
            --until --older --older-than --end-date --to --before --to-date --created-until : WHEN = \
            --created-before $
            --filter --where --query --search -w -l --selector --field-selector : type=ANY type:ANY type==ANY = \
            --type $
            --filter --where --query --search -w : folder=ANY folderId=ANY folder:ANY folderId:ANY folder_id=ANY = \
            --folder $
            --filter --where --query --search -w : name=ANY name~ANY name:ANY name==ANY name~=ANY = --name $
            --filter --where --query -w : prospectCount>=NUMBER prospects>=NUMBER prospect_count>=NUMBER = \
            --min-prospects $
            --filter --where --query -w : prospectCount<=NUMBER prospects<=NUMBER prospect_count<=NUMBER = \
            --max-prospects $
            --filter --where --query -w : createdAt>=WHEN createdAt>WHEN created>=WHEN created>WHEN \
            created_at>=WHEN = --created-after $
            --filter --where --query -w : createdAt<WHEN created<WHEN created_at<WHEN = --created-before $
            --filter --filters --where -w : TYPE = --type $
            --filter --filters --where -w -l --selector --field-selector : ANY = ! ; the filters are --type, --folder, --name, \
            --created-after and more: see  audiences list --help
            --query --filter-expression --jsonpath --template --go-template -t : ANY = -o json ; then a pipe into \
            jq, with an expression of its own
            --min --min-count --min-size --at-least : NUMBER = --min-prospects $
            --max-count --max-size --at-most : NUMBER = --max-prospects $
            --folder-id --folderid --folder-name --foldername --dir --directory : ANY = --folder $
            -L -n --max-results --max --first --head --top --take --num --number --size --count --max-records : \
            NUMBER & --all = --max-items $
            -L -n --max-results --max --first --head --top --take --num --number --size --count --max-records : \
            SMALL = --limit $
            -L -n --max-results --max --first --head --top --take --num --number --size --count --max-records : \
            NUMBER = --all --max-items $
            --page-size --per-page --page-limit --batch-size --chunk-size --pagesize : NUMBER = --limit $
            --starting-after --next-token --starting-token --page-token --continue --after-cursor --next \
            --start-cursor --after --bookmark : ANY = --cursor $
            -p --listen : NUMBER = --port $
            --page --offset --skip --start -p : NUMBER = ! ; pages have no numbers: each one names the cursor of \
            the next for --cursor, and --all follows them
            --no-paginate --no-pagination --single-page --one-page = ; one page is what list gives without --all
            --status --state : ANY = ! ; the list holds only audiences that are ready for use
            --prospects --prospect-count : NUMBER = ! ; --min-prospects and --max-prospects bound the number of \
            prospects
            --paginate --page-all --no-limit --everything --all-pages --fetch-all --full --recursive \
            --auto-paginate -A = --all
            --order --direction --sort-order --sort-direction --order-direction : desc asc descending ascending = ! \
            ; the direction goes with the field, as in  --sort prospectCount:desc
            --order-by --sort-by --order --orderby --sortby --sort-key : .ANY = --sort $
            --order-by --sort-by --order --orderby --sortby --sort-key : ANY = --sort $
            --reverse --desc --descending -r = ! ; the direction goes with the field, as in  --sort prospectCount:desc
            --debug --trace --log -d = --verbose
            --log-level --loglevel : debug trace info = --verbose
            --silent --quite --no-progress = --quiet
            --yes -y --no-input --non-interactive --no-interactive --batch --force --overwrite --clobber --no-pager \
            = ; that is so without an option
            --pretty --indent --pretty-print = -o json
            --no-color --no-colour --nocolor --no-colors --monochrome = --color never
            --colour --colors --colours : ANY = --color $
            --no-headers --noheader --noheaders --no-heading --no-headings --skip-header --skip-headers \
            --hide-headers -N = --no-header
            --url --endpoint --endpoint-url --host --server --api-url --hostname --api-host --api-base --baseurl : \
            ANY = --base-url $
            --account-id --account-group --account-group-id --group --group-id --org --organization --team \
            --workspace --owner -g : ANY = --account $
            --context --env --config-profile --aws-profile --environment : ANY = --profile $
            --config --config-file --configfile : ANY = ! ; name the file in the variable AUDIENCES_CONFIG
            --demo --mock --offline --fake --dry-run = --sandbox
            --wait --deadline --max-wait --cli-read-timeout -m : NUMBER WHEN = --max-time $
            --connect-timeout --request-timeout : NUMBER WHEN = --timeout $
            --retry --max-retries --max-attempts --retry-count : NUMBER = --retries $
            --separator --sep --field-separator --fs --delim : ANY = --delimiter $
            --proxy -x : ANY = ! ; name the proxy in the variable HTTPS_PROXY
            --insecure -k --no-verify --no-verify-ssl --no-check-certificate --skip-tls-verify = ! ; certificates \
            are always checked; the file in SSL_CERT_FILE adds authorities to trust
            --cacert --ca-bundle --ca-cert --ca-file --cert : ANY = ! ; name the file in the variable SSL_CERT_FILE
            --shell -s : bash zsh fish = $
            """);

    /** Values of options that there are here. */
    static final List<ForeignWord> VALUES = ForeignWord.options("""
            -o --output : xls excel spreadsheet = -O audiences.xlsx -o xlsx
            -o --output : xls excel spreadsheet = -o csv --spreadsheet
            -o --output : yaml yml = -o json ; JSON is YAML too
            -o --output : jsonl jsonlines json-lines json_lines = -o ndjson
            -o --output : text txt tab tabs = -o tsv
            -o --output : wide pretty plain human default = -o table
            -o --output : id ids name = -o tsv --no-header --columns id
            -o --output : jsonpath=ANY go-template=ANY template=ANY jq=ANY = -o json ; then a pipe into jq, with an \
            expression of its own
            -o --output : custom-columns=ANY columns=ANY = --columns $
            -o --output : FILE = -O $ -o $format
            --color : yes on true ansi force = --color always
            --color : no off none false = --color never
            --limit : all 0 -1 none unlimited = --all
            --sort : prospects:desc = --sort prospectCount:desc
            """);

    /** Settings by other names, without their signs and in small letters, and how they are called here. */
    static final List<ForeignWord> SETTINGS = ForeignWord.options("""
            apikey key token apitoken accesstoken secret audiencesapikey bearer = apiKey
            apikeycommand keycommand credentialprocess tokencommand = apiKeyCommand
            accountgroupid account accountid accountgroup group groupid org audiencesaccountgroupid = accountGroupId
            baseurl url endpoint endpointurl apiurl host server audiencesbaseurl = baseUrl
            output format outputformat audiencesoutput = output
            profile defaultprofile context audiencesprofile = profile
            """);

    private ForeignWords() {}
}
