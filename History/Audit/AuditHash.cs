using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Burnin.History.Audit;

/// <summary>
/// The link of the chain: SHA-256, in lower-case hex, over a word for the format and these columns in this order, each as its
/// length in bytes of UTF-8, a colon, the text and a comma (<c>5:admin,</c>), or <c>-,</c> for NULL: previous_hash, source,
/// sequence, at, actor, action, drive_id, job_id, nas, outcome, detail. Lengths, so that no text can pose as two columns.
/// </summary>
internal static class AuditHash
{
    /// <summary>What the first row carries as the hash before it.</summary>
    public static string Genesis { get; } = new('0', 64);

    public static string Of(AuditRow row)
    {
        var canonical = new StringBuilder("burnin-audit-1,");
        string?[] columns =
        [
            row.PreviousHash, row.Source, row.Sequence.ToString(CultureInfo.InvariantCulture), row.At, row.Actor, row.Action,
            row.DriveId, row.JobId, row.Nas, row.Outcome, row.Detail,
        ];

        foreach (var column in columns)
        {
            _ = column is null
                ? canonical.Append("-,")
                : canonical.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(column)}:{column},");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
    }
}
