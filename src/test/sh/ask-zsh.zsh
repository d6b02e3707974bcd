# Prints the candidates of zsh for a command line, one per line: ask-zsh.zsh FOLDER_OF_COMPLETIONS LINE
zmodload zsh/zpty
zpty asked zsh -f -i
zpty -w asked "PS1= PROMPT_EOL_MARK= COLUMNS=400; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D"
zpty -w asked "zstyle ':completion:*' completer _complete; setopt no_list_ambiguous; bindkey '^I' complete-word"
# All candidates are passed to compadd: record them instead of showing them.
zpty -w asked 'compadd() { if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi; local -a found; builtin compadd -A found "$@"; local p="$IPREFIX"; (( $#found )) && print -l -- "<${^found}>" "<$p${^found}>"; builtin compadd "$@" }'
zpty -w asked 'print READY'
zpty -r -m asked line '*READY*READY*'
zpty -w -n asked "$2"$'\t'
zpty -w -n asked $'\C-u'
zpty -w asked "print 'DO''NE'"
all=
while zpty -r asked line; do
  all+=$line
  [[ $line == *DONE* ]] && break
done
zpty -d asked
print -r -- "$all" | tr -d '\r' | grep -o '<[^<>]*>' | tr -d '<>' | tr ' ' '\n' | sort -u
