using System.Globalization;
using System.Text.RegularExpressions;

namespace Burnin.WebFront.Updates;

/// <summary>A version as releases are tagged: <c>v1.2.3</c>, or <c>1.2.3-4</c>. What stands behind a plus sign says nothing of age.</summary>
public readonly partial record struct ReleaseNumber(int Major, int Minor, int Patch, string Before)
{
    public static ReleaseNumber? TryParse(string text)
    {
        var match = Pattern().Match(text.Trim());
        return match.Success
            ? new ReleaseNumber(Number(match.Groups["major"]), Number(match.Groups["minor"]), Number(match.Groups["patch"]), match.Groups["before"].Value)
            : null;
    }

    /// <summary>1.2.3 is newer than 1.2.3-4, and 1.2.3-10 than 1.2.3-9.</summary>
    public bool IsNewerThan(ReleaseNumber other) => AgeAgainst(other) > 0;

    private int AgeAgainst(ReleaseNumber other) =>
        (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch)) is not 0 and var differs ? differs
        : (Before.Length == 0) != (other.Before.Length == 0) ? (Before.Length == 0 ? 1 : -1)
        : int.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var mine) && int.TryParse(other.Before, NumberStyles.None, CultureInfo.InvariantCulture, out var its) ? mine.CompareTo(its)
        : string.CompareOrdinal(Before, other.Before);

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^v?(?<major>\d{1,8})\.(?<minor>\d{1,8})(\.(?<patch>\d{1,8}))?(-(?<before>[0-9A-Za-z.-]{1,40}))?(\+.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
