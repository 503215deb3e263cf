using Burnin.Domain.Nases;

namespace Burnin.TrueNas.Tests;

public sealed class TlsTrustTests
{
    private static readonly string Digits = string.Concat(Enumerable.Repeat("0aF1", 16));

    [Theory]
    [InlineData("verify")]
    [InlineData("ignore")]
    [InlineData("pin:0af10af10af10af10af10af10af10af10af10af10af10af10af10af10af10af1")]
    public void What_is_said_is_what_is_stored(string text) => Assert.Equal(text, TlsTrust.Parse(text)?.Wire);

    [Fact]
    public void A_fingerprint_may_be_written_as_tools_print_it() =>
        Assert.Equal(new TlsTrust.Pin(Digits.ToLowerInvariant()), TlsTrust.Parse($"pin:{string.Join(':', Digits.Chunk(2).Select(pair => new string(pair)))}"));

    [Theory]
    [InlineData("pin:")]
    [InlineData("pin:0af1")]
    [InlineData("pin:zz")]
    [InlineData("off")]
    [InlineData("")]
    public void Anything_else_is_refused(string text) => Assert.Null(TlsTrust.Parse(text));
}
