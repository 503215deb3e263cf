using System.Globalization;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Faults;

/// <summary>Answers of another time: without what came later, or with what nobody has seen yet.</summary>
internal static class AnswerFaults
{
    private static readonly string[] Later = ["lunid", "bus", "enclosure", "supports_smart", "sed", "message_ids", "credentials", "current_test", "duplicate_serial"];

    public static ApiAnswer Of(ApiAnswer answer, BoxFaults faults)
    {
        if (answer is not ApiAnswer.Result { Value: { } value } || !(faults.OldSchema || faults.UnknownFields))
        {
            return answer;
        }

        foreach (var row in Rows(value))
        {
            if (faults.OldSchema)
            {
                foreach (var field in Later)
                {
                    row.Remove(field);
                }
            }

            if (faults.UnknownFields)
            {
                AddUnknown(row);
            }
        }

        return answer;
    }

    private static IEnumerable<JsonObject> Rows(JsonNode value) => value switch
    {
        JsonArray list => list.OfType<JsonObject>(),
        JsonObject row => [row],
        _ => [],
    };

    private static void AddUnknown(JsonObject row)
    {
        foreach (var (name, number) in row.Select(pair => (pair.Key, pair.Value.AsWhole())).Where(pair => pair is { Key: "size" or "rotationrate", Item2: not null }).ToList())
        {
            row[name] = JsonNode.Parse(string.Create(CultureInfo.InvariantCulture, $"{number}.0"));
        }

        row["of_a_later_release"] = new JsonObject { ["nested"] = new JsonArray(1, "two", null) };
    }
}
