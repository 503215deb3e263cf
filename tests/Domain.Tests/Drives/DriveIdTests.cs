using System.Text.RegularExpressions;
using Burnin.Domain.Drives;
using Burnin.Domain.Tests.Jobs;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Drives;

public sealed partial class DriveIdTests
{
    /// <summary>Close to one another on purpose: what an escape could mix up.</summary>
    private static readonly Gen<string> AnySerial = Gen.Frequency(
        (3, Gen.Char["~u0123\u0012\u0123 \u00e4-_./"]),
        (1, Gen.Char)).Array[1, 6].Select(characters => new string(characters).Trim());

    [Theory]
    [InlineData("WD-WX11D_1.0", "WD-WX11D_1.0")]
    [InlineData("  WD-1 ", "WD-1")]
    [InlineData("a/b c~", "a~2fb~20c~7e")]
    [InlineData("\u0123", "~u0123")]
    public void A_serial_stands_for_itself_as_far_as_it_is_safe(string serial, string id) => Assert.Equal(id, DriveId.OfSerial(serial).ToString());

    [Fact]
    public void No_serial_makes_an_id_that_is_unsafe_in_a_url() => AnySerial.Sample(serial => Safe().IsMatch(DriveId.OfSerial(serial).Value));

    [Fact]
    public void Distinct_serials_make_distinct_ids() => Gen.Select(AnySerial, AnySerial).Sample(
        (one, other) => (one == other) == (DriveId.OfSerial(one) == DriveId.OfSerial(other)),
        iter: 20_000);

    /// <summary>All of them, since chance rarely meets two escapes that could be mixed up.</summary>
    [Fact]
    public void No_two_short_serials_share_an_id()
    {
        var one = "~u0123\u0012\u0123/".Select(character => character.ToString()).ToList();
        var two = one.SelectMany(first => one.Select(second => first + second)).ToList();
        List<string> serials = [.. one, .. two, .. two.SelectMany(first => one.Select(second => first + second))];

        Assert.Equal(serials.Count, serials.Select(DriveId.OfSerial).Distinct().Count());
    }

    [Theory]
    [InlineData("WD-1", "0x5000", "WD-1")]
    [InlineData("", "0x5000", "wwn-0x5000")]
    [InlineData("  ", "0x5000", "wwn-0x5000")]
    [InlineData("", null, "nameless-attic-sda")]
    [InlineData("  ", null, "nameless-attic-sda")]
    public void A_drive_is_its_serial_or_else_its_wwn_or_else_its_place(string serial, string? wwn, string id) =>
        Assert.Equal(id, (Sample.Facts with { Serial = serial, Wwn = wwn }).IdOn("attic").Value);

    [GeneratedRegex("^[A-Za-z0-9._~-]*$")]
    private static partial Regex Safe();
}
