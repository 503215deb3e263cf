using System.Collections.Frozen;

namespace Burnin.Domain.Provenance;

/// <summary>
/// Drive-managed SMR disks that do not say so. From the makers' own statements of April 2020 (Western Digital, Toshiba) and
/// later (Seagate), as gathered in the TrueNAS community's list of known SMR drives.
/// </summary>
internal static class ShingledModels
{
    private static readonly FrozenSet<string> Known = new[]
    {
        // Western Digital
        "WD20EFAX", "WD30EFAX", "WD40EFAX", "WD60EFAX", "WD20EZAZ", "WD30EZAZ", "WD40EZAZ", "WD60EZAZ", "WD40EDAZ", "WD60EDAZ", "WD60EMAZ",
        "WD5000LPSX", "WD9000LPZX", "WD40NPZZ", "WD10SPSX", "WD10SPWX", "WD10SPZX", "WD20SPZX",

        // Seagate
        "ST6000AS0002", "ST8000AS0002", "ST8000AS0003", "ST5000AS0011", "ST5000DM000", "ST5000DM003", "ST6000DM003", "ST4000DM004", "ST8000DM004",
        "ST2000DM005", "ST3000DM007", "ST2000DM008", "ST5000LM000", "ST2000LM015", "ST3000LM024", "ST4000LM024", "ST500LM030", "ST1000LM048",

        // Toshiba
        "HDWD240", "HDWD260", "DT02ABA400", "DT02ABA600", "DT02ABA400V", "DT02ABA600V", "HDWL110", "HDWL120", "MQ04ABF100", "MQ04ABD200",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>By the part number, without the maker before it and the variant after it: <c>WDC WD40EFAX-68JH4N1</c>.</summary>
    public static bool Contains(string model) =>
        model.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var last] && Known.Contains(last.Split('-')[0]);
}
