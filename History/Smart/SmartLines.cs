using Burnin.Domain.Smart;

namespace Burnin.History.Smart;

/// <summary>Two reports of one drive, side by side, whatever kind of drive it is.</summary>
internal static class SmartLines
{
    public static SmartComparison Of(SmartReport? before, SmartReport? after) => new()
    {
        HealthBefore = Health(before),
        HealthAfter = Health(after),
        HasBefore = before is not null,
        HasAfter = after is not null,
        Lines = [.. General(before, after).Concat(Ata(before, after)).Concat(Scsi(before, after)).Concat(Nvme(before, after)).OrderBy(line => !line.IsWatched)],
    };

    private static string? Health(SmartReport? report) => report?.HealthPassed switch { true => "passed", false => "failed", null => null };

    private static IEnumerable<SmartLine> General(SmartReport? before, SmartReport? after)
    {
        // Those are rows of the table, where there is one.
        var hasTable = before?.Attributes.IsEmpty == false || after?.Attributes.IsEmpty == false;
        IEnumerable<SmartLine> plain = hasTable ? [] :
        [
            Plain("Temperature", before?.Temperature.CurrentCelsius, after?.Temperature.CurrentCelsius, "°C"),
            Plain("Power-on hours", before?.PowerOnHours, after?.PowerOnHours, "h"),
            Plain("Power cycles", before?.PowerCycles, after?.PowerCycles),
        ];
        return Known(
        [
            .. plain,
            Watched("Errors in the drive's log", before?.AtaErrorCount, after?.AtaErrorCount, isFault: false, "Commands that the drive itself noted as failed."),
            Watched("Pending defects", before?.PendingDefectCount, after?.PendingDefectCount, isFault: true, "Sectors that wait to be replaced."),
        ]);
    }

    private static IEnumerable<SmartLine> Ata(SmartReport? before, SmartReport? after)
    {
        var ids = (before?.Attributes ?? []).Concat(after?.Attributes ?? []).Select(attribute => attribute.Id).Distinct().Order();
        foreach (var id in ids)
        {
            var (was, now) = (before?.Attribute(id), after?.Attribute(id));
            var (from, to) = (NumberOf(was), NumberOf(now));
            yield return new SmartLine
            {
                Id = id,
                Name = (now ?? was)!.Name.Replace('_', ' '),
                Before = from,
                After = to,
                AfterText = now?.RawText is { } text && text != to?.ToString(System.Globalization.CultureInfo.InvariantCulture) ? text : null,
                Normalized = (now ?? was)!.Value,
                Threshold = (now ?? was)!.Threshold,
                IsWatched = WatchedAttributes.Contains(id),
                Tone = now is { Value: { } value, Threshold: { } threshold and > 0 } && value <= threshold ? "bad" : WatchedAttributes.ToneOf(id, from, to),
                Meaning = WatchedAttributes.MeaningOf(id) ?? now?.Note,
            };
        }
    }

    private static IEnumerable<SmartLine> Scsi(SmartReport? before, SmartReport? after) =>
        before?.Scsi is null && after?.Scsi is null ? [] : Known(
            Watched("Grown defects", before?.Scsi?.GrownDefects, after?.Scsi?.GrownDefects, isFault: true, "Blocks that had to be replaced by spares."),
            Watched("Uncorrected read errors", before?.Scsi?.Read?.Uncorrected, after?.Scsi?.Read?.Uncorrected, isFault: true, "Blocks that could not be read, whatever was tried."),
            Watched("Uncorrected write errors", before?.Scsi?.Write?.Uncorrected, after?.Scsi?.Write?.Uncorrected, isFault: true, "Blocks that could not be written, whatever was tried."),
            Watched("Uncorrected verify errors", before?.Scsi?.Verify?.Uncorrected, after?.Scsi?.Verify?.Uncorrected, isFault: true, "Blocks that the drive's own checks could not read."),
            Watched("Non-medium errors", before?.Scsi?.NonMediumErrors, after?.Scsi?.NonMediumErrors, isFault: false, "Trouble that is not of the platters: link, power, commands."),
            Plain("Start-stop cycles", before?.Scsi?.StartStopCycles, after?.Scsi?.StartStopCycles),
            Plain("Endurance used", before?.Scsi?.EndurancePercentUsed, after?.Scsi?.EndurancePercentUsed, "%"));

    private static IEnumerable<SmartLine> Nvme(SmartReport? before, SmartReport? after) =>
        before?.Nvme is null && after?.Nvme is null ? [] : Known(
            Watched("Critical warning", before?.Nvme?.CriticalWarning, after?.Nvme?.CriticalWarning, isFault: true, "Bits by which the drive says that it is failing."),
            Watched("Media errors", before?.Nvme?.MediaErrors, after?.Nvme?.MediaErrors, isFault: true, "Data that no error correction could mend."),
            Plain("Spare left", before?.Nvme?.AvailableSparePercent, after?.Nvme?.AvailableSparePercent, "%"),
            Plain("Endurance used", before?.Nvme?.PercentageUsed, after?.Nvme?.PercentageUsed, "%"),
            Plain("Unsafe shutdowns", before?.Nvme?.UnsafeShutdowns, after?.Nvme?.UnsafeShutdowns),
            Plain("Data written", Gigabytes(before?.Nvme?.DataUnitsWritten), Gigabytes(after?.Nvme?.DataUnitsWritten), "GB"),
            Plain("Data read", Gigabytes(before?.Nvme?.DataUnitsRead), Gigabytes(after?.Nvme?.DataUnitsRead), "GB"),
            Plain("Minutes above the warning heat", before?.Nvme?.WarningTemperatureMinutes, after?.Nvme?.WarningTemperatureMinutes));

    private static IEnumerable<SmartLine> Known(params IEnumerable<SmartLine> lines) => lines.Where(line => line.Before is not null || line.After is not null);

    private static long? NumberOf(SmartAttribute? attribute) => attribute?.Decoded ?? attribute?.Raw;

    private static long? Gigabytes(long? dataUnits) => dataUnits / 1_000_000 * 512 + (dataUnits % 1_000_000 * 512 / 1_000_000);

    private static SmartLine Plain(string name, long? before, long? after, string unit = "") => new() { Name = name, Before = before, After = after, Unit = unit };

    private static SmartLine Watched(string name, long? before, long? after, bool isFault, string meaning) => new()
    {
        Name = name,
        Before = before,
        After = after,
        IsWatched = true,
        Meaning = meaning,
        Tone = after switch { null => "", 0 => "ok", _ => isFault && after > (before ?? 0) ? "bad" : "warn" },
    };
}
