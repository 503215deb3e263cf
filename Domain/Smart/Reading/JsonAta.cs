using System.Collections.Immutable;
using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

/// <summary>What only ATA drives have: the attribute table, error logs, device statistics, error recovery.</summary>
internal static class JsonAta
{
    /// <summary>There are as many ids.</summary>
    private const int MaxAttributes = 255;

    public static ImmutableArray<SmartAttribute> Attributes(JsonElement json) =>
        [.. json.At("ata_smart_attributes", "table").Items().Take(MaxAttributes).Select(Attribute).OfType<SmartAttribute>()];

    public static long? ErrorCount(JsonElement json) => Log(json).At("count").Number();

    public static ImmutableArray<AtaError> Errors(JsonElement json) =>
        [.. Log(json).At("table").Items().Select(Error).OfType<AtaError>()];

    public static ImmutableArray<DeviceStatistic> Statistics(JsonElement json) =>
    [
        .. from page in json.At("ata_device_statistics", "pages").Items()
           from row in page.At("table").Items()
           let statistic = Statistic(page, row)
           where statistic is not null
           select statistic,
    ];

    public static ErrorRecoveryControl? Recovery(JsonElement json) => json.At("ata_sct_erc") is var log && log.IsObject()
        ? new ErrorRecoveryControl(Deciseconds(log.At("read")), Deciseconds(log.At("write")))
        : null;

    private static JsonElement Log(JsonElement json)
    {
        var extended = json.At("ata_smart_error_log", "extended");
        return extended.At("count").Number() is not null ? extended : json.At("ata_smart_error_log", "summary");
    }

    private static SmartAttribute? Attribute(JsonElement row) => row.At("id").Int() is > 0 and < 256 and var id
        ? new SmartAttribute(id, row.At("name").Text() ?? "", row.At("value").Int(), row.At("worst").Int(), row.At("thresh").Int(), row.At("raw", "value").Number())
        {
            RawText = row.At("raw", "string").Text(),
            WhenFailed = row.At("when_failed").Text() switch
            {
                "now" => AttributeFailure.Now,
                "past" => AttributeFailure.Past,
                _ => null,
            },
            IsPrefail = row.At("flags", "prefailure").Flag(),
        }
        : null;

    private static AtaError? Error(JsonElement row) =>
        row.At("error_number").Number() is { } number && row.At("error_description").Text() is { } what
            ? new AtaError(number, row.At("lifetime_hours").Number(), what, row.At("completion_registers", "lba").Number())
            : null;

    private static DeviceStatistic? Statistic(JsonElement page, JsonElement row) =>
        (page.At("number").Int(), row.At("offset").Int(), row.At("value").Number()) is ({ } number, { } offset, { } value)
        && row.At("flags", "valid").Flag() != false
            ? new DeviceStatistic(number, offset, row.At("name").Text() ?? "", value)
            : null;

    private static int? Deciseconds(JsonElement timer) => timer.At("enabled").Flag() == false ? 0 : timer.At("deciseconds").Int();
}
