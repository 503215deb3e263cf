using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Tests.Jobs;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Drives;

public sealed class WipeGuardTests
{
    private static readonly InUseFact Label = new("signature", "sda carries a signature: ext4.");

    private static readonly string[] EveryCode =
        ["mounted", "swap", "holder", "pool", "boot", "signature", "partitions", "open", "no_serial", "duplicate_serial", "zero_size", "unknown"];

    [Fact]
    public void The_drive_that_is_meant_may_be_erased_when_it_is_free() => Assert.Empty(Codes(Sample.Target, Sample.Facts));

    [Fact]
    public void What_cannot_be_seen_may_not_be_erased() => Assert.Equal(["unknown"], Codes(Sample.Target, null));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_drive_without_a_serial_may_not_be_erased_even_if_none_was_expected(string serial) =>
        Assert.Equal(["no_serial"], Codes(Sample.Target with { Serial = serial }, Sample.Facts with { Serial = serial }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_drive_without_a_size_may_not_be_erased_even_if_none_was_expected(long size) =>
        Assert.Equal(["zero_size"], Codes(Sample.Target with { SizeBytes = size }, Sample.Facts with { SizeBytes = size }));

    [Fact]
    public void Another_drive_may_not_be_erased()
    {
        Assert.Equal(["identity"], Codes(Sample.Target, Sample.Facts with { Serial = "WD-2" }));
        Assert.Equal(["identity"], Codes(Sample.Target, Sample.Facts with { Serial = "wd-1" }));
        Assert.Equal(["identity"], Codes(Sample.Target, Sample.Facts with { SizeBytes = Sample.Facts.SizeBytes + 512 }));
        Assert.Equal(["identity"], Codes(Sample.Target, Sample.Facts with { Wwn = "0x5001" }));
    }

    [Fact]
    public void A_wwn_that_only_one_side_knows_proves_nothing_either_way()
    {
        Assert.Empty(Codes(Sample.Target with { Wwn = null }, Sample.Facts));
        Assert.Empty(Codes(Sample.Target, Sample.Facts with { Wwn = null }));
    }

    [Fact]
    public void Any_use_at_all_forbids_it() =>
        Assert.All(EveryCode, code => Assert.Equal([code], Codes(Sample.Target, Sample.Facts with { InUse = [new InUseFact(code, "It is.")] })));

    [Fact]
    public void An_operators_word_sets_aside_a_stale_label_and_nothing_else() =>
        Assert.All(EveryCode, code =>
        {
            var facts = Sample.Facts with { InUse = [new InUseFact(code, "It is.")] };
            var isLabel = code is "signature" or "partitions";

            Assert.Equal(isLabel ? [] : [code], WipeGuard.RefusalsOf(Sample.Target, facts, facts.InUse).Select(fact => fact.Code));
            Assert.Equal(isLabel ? [code] : [], WipeGuard.LabelsOn(facts).Select(fact => fact.Code));
        });

    [Fact]
    public void An_operators_word_is_for_the_label_that_was_there_and_for_no_later_one()
    {
        var facts = Sample.Facts with { InUse = [Label, new InUseFact("partitions", "sda has partitions: sda1.")] };

        Assert.Equal("partitions", Assert.Single(WipeGuard.RefusalsOf(Sample.Target, facts, [Label])).Code);
    }

    [Fact]
    public void An_operators_word_makes_no_other_drive_the_one_that_is_meant()
    {
        Assert.Equal("unknown", Assert.Single(WipeGuard.RefusalsOf(Sample.Target, null, [Label])).Code);
        Assert.Equal("identity", Assert.Single(WipeGuard.RefusalsOf(Sample.Target, Sample.Facts with { SizeBytes = 1 }, [Label])).Code);
    }

    [Fact]
    public void It_is_permitted_only_when_everything_agrees() =>
        Gen.Select(Gen.OneOf("WD-1", "WD-2", ""), Gen.OneOf("0x5000", "0x5001", null!), Gen.OneOf(0L, 1L << 30, 1L << 31), Gen.OneOf(EveryCode).Array[0, 2])
            .Sample((serial, wwn, size, uses) =>
            {
                var facts = Sample.Facts with { Serial = serial, Wwn = wwn, SizeBytes = size, InUse = [.. uses.Select(code => new InUseFact(code, "It is."))] };
                var isThatDrive = serial == "WD-1" && size == 1L << 30 && (wwn is null or "0x5000");

                return Codes(Sample.Target, facts).IsEmpty == (isThatDrive && uses.Length == 0);
            });

    private static ImmutableArray<string> Codes(DriveTarget target, DriveFacts? facts) =>
        [.. WipeGuard.RefusalsOf(target, facts, []).Select(fact => fact.Code)];
}
