using System.Globalization;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Smart;

/// <summary>A row of ATA's attribute table. The raw number is what the drive packs, the text what smartctl makes of it.</summary>
internal sealed record SmartAttribute(int Id, string Name, int Flag, int Value, int Worst, int Threshold, long Raw, string Text)
{
    private const string Letters = "POSRCK";

    private bool IsPrefail => (Flag & 1) != 0;

    /// <summary>P--, O, S, R, C, K: as the brief layout and the JSON have it.</summary>
    public string FlagLetters => string.Concat(Letters.Select((letter, bit) => (Flag & (1 << bit)) != 0 ? letter : '-'));

    public string WhenFailed => Threshold == 0 ? "" : Value <= Threshold ? "now" : Worst <= Threshold ? "past" : "";

    public JsonObject Row() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["value"] = Value,
        ["worst"] = Worst,
        ["thresh"] = Threshold,
        ["when_failed"] = WhenFailed,
        ["flags"] = new JsonObject
        {
            ["value"] = Flag,
            ["string"] = $"{FlagLetters} ",
            ["prefailure"] = IsPrefail,
            ["updated_online"] = (Flag & 2) != 0,
            ["performance"] = (Flag & 4) != 0,
            ["error_rate"] = (Flag & 8) != 0,
            ["event_count"] = (Flag & 16) != 0,
            ["auto_keep"] = (Flag & 32) != 0,
        },
        ["raw"] = new JsonObject { ["value"] = Raw, ["string"] = Text },
    };

    /// <summary>The layout of <c>-a</c>, with the flags as a number.</summary>
    public string OldLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id,3} {Name,-23} 0x{Flag:x4}   {Value:000}   {Worst:000}   {Threshold:000}    {(IsPrefail ? "Pre-fail" : "Old_age"),-9} {((Flag & 2) != 0 ? "Always" : "Offline"),-8} {Failed("FAILING_NOW", "In_the_past", "    -"),-11} {Text}");

    /// <summary>The layout of <c>-x</c>.</summary>
    public string BriefLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id,3} {Name,-23} {FlagLetters}   {Value:000}   {Worst:000}   {Threshold:000}    {Failed("NOW", "Past", "-"),-4} {Text}");

    private string Failed(string now, string past, string never) => WhenFailed switch
    {
        "now" => now,
        "past" => past,
        _ => never,
    };
}
