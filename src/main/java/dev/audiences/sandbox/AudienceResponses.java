package dev.audiences.sandbox;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import tools.jackson.core.JsonGenerator;

/** Makes the responses about the audiences of the account group, and about what is in them. */
final class AudienceResponses {
    private final SandboxOptions options;
    private final NotReady notReady;
    private final PagedList audiences;

    AudienceResponses(SandboxOptions options) {
        this.options = options;
        this.notReady = new NotReady(options);
        this.audiences = new PagedList(
                "{\"index\":", options.audiences(), notReady::contains, (json, index) -> SampleAudience.at(index)
                        .write(json));
    }

    Response list(Map<String, String> parameters, String traceId) {
        return audiences.page(parameters, options.pageSize(), traceId);
    }

    Response navigation(String traceId) {
        return Response.large(traceId, json -> {
            json.writeArrayPropertyStart("folders");
            for (SampleFolder folder : SampleFolder.ALL) {
                json.writeStartObject();
                folder.write(json);
                writeAudiences(json, "audiences", folder.id());
                json.writeEndObject();
            }
            json.writeEndArray();
            writeAudiences(json, "ungroupedAudiences", null);
        });
    }

    /** Writes those of a folder, or those that are in none. */
    private void writeAudiences(JsonGenerator json, String member, String folderId) {
        json.writeArrayPropertyStart(member);
        for (int index = 0; index < options.audiences(); index++) {
            if (Objects.equals(folderId, SampleAudience.folderId(index)) && !notReady.contains(index)) {
                SampleAudience.at(index).writeForNavigation(json);
            }
        }
        json.writeEndArray();
    }

    Response audience(String id, String traceId) {
        return withAudience(id, traceId, index -> Response.success(traceId, SampleAudience.at(index)::writeMembers));
    }

    Response prospects(String id, Map<String, String> parameters, String traceId) {
        return withAudience(id, traceId, index -> {
            PagedList prospects = new PagedList(
                    "{\"audienceId\":\"" + id + "\",\"index\":",
                    SampleAudience.at(index).prospectCount(),
                    none -> false,
                    (json, prospect) -> SampleProspect.at(index, prospect).write(json));
            return prospects.page(parameters, options.pageSize(), traceId);
        });
    }

    /** @param success makes the response from the index of an audience that is ready */
    private Response withAudience(String id, String traceId, IntFunction<Response> success) {
        int index = SampleAudience.indexOf(id, options.audiences());
        if (index < 0) {
            return ErrorResponse.noAudience(traceId);
        }
        return notReady.refuses(index) ? ErrorResponse.audienceNotReady(traceId) : success.apply(index);
    }
}
