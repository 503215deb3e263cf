using Burnin.Domain.Nases;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>Marks what was sealed, so that a test can tell.</summary>
internal sealed class PlainSeal : ISecretSeal
{
    public string Seal(string secret) => $"sealed({Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(secret))})";

    public string Open(string sealedSecret) => System.Text.Encoding.UTF8.GetString(Convert.FromHexString(sealedSecret[7..^1]));
}
