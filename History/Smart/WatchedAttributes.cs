namespace Burnin.History.Smart;

/// <summary>The attributes that speak of health: what they count, and how bad it is that they count anything.</summary>
internal static class WatchedAttributes
{
    private static readonly Dictionary<int, (bool IsFault, string Meaning)> Known = new()
    {
        [5] = (true, "Sectors that had to be replaced by spares."),
        [10] = (false, "Tries to spin up that failed: motor, bearings or power."),
        [184] = (true, "Data that changed on its way inside the drive."),
        [187] = (true, "Reads that no error correction could mend."),
        [188] = (false, "Commands that took too long: power, cable, or a drive that hangs."),
        [196] = (true, "Attempts to move a sector to a spare."),
        [197] = (true, "Sectors that cannot be read just now."),
        [198] = (true, "Sectors that the drive's own scan could not read."),
        [199] = (false, "Damage between drive and host: cable, slot or controller, not the platters."),
    };

    /// <summary>Null for an attribute that says nothing about health.</summary>
    public static string? MeaningOf(int id) => Known.TryGetValue(id, out var known) ? known.Meaning : null;

    public static bool Contains(int id) => Known.ContainsKey(id);

    /// <summary>Growth under load weighs more than what the drive came with.</summary>
    public static string ToneOf(int id, long? before, long? after) => !Known.TryGetValue(id, out var known) || after is null ? ""
        : after == 0 ? "ok"
        : after > (before ?? 0) && known.IsFault ? "bad"
        : "warn";
}
