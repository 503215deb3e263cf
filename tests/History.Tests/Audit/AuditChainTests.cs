using System.Security.Cryptography;
using System.Text;
using Burnin.History.Audit;

namespace Burnin.History.Tests.Audit;

public sealed class AuditChainTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_trail_is_intact()
    {
        await using var history = HistoryOnDisk.Created();

        Assert.Equal(new AuditVerification.Intact(0, new string('0', 64)), await history.Chain.VerifyAsync(Stop));
    }

    [Fact]
    public async Task The_form_that_is_hashed_stays_as_it_is()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Trail.AppendAsync([AnEntry.Of("job:1", 1) with { Nas = null, Detail = "größe" }], Stop);

        var canonical = $"burnin-audit-1,64:{new string('0', 64)},5:job:1,1:1,24:2026-11-23T12:01:00.000Z,3:ada,12:burnin_start,4:WD-1,3:01A,-,4:done,7:größe,";

        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        Assert.Equal(new AuditVerification.Intact(1, expected), await history.Chain.VerifyAsync(Stop));
    }

    [Fact]
    public async Task A_trail_longer_than_one_read_is_walked_to_its_end()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Trail.AppendAsync([.. Enumerable.Range(1, 2001).Select(number => AnEntry.Of("job:1", number))], Stop);

        Assert.Equal(2001, Assert.IsType<AuditVerification.Intact>(await history.Chain.VerifyAsync(Stop)).Rows);
    }

    [Theory]
    [InlineData("UPDATE audit_event SET source = 'x' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET sequence = 99 WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET at = '2020-01-01T00:00:00.000Z' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET actor = 'mallory' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET action = 'x' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET drive_id = NULL WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET job_id = '' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET nas = 'x' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET outcome = 'refused' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET detail = '' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET hash = 'x' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_event SET previous_hash = 'x' WHERE id = 1", 1)]
    [InlineData("DELETE FROM audit_event WHERE id = 1", 2)]
    [InlineData("DELETE FROM audit_event WHERE id = 3", 4)]
    [InlineData("DELETE FROM audit_event WHERE id > 3", 4)]
    [InlineData("DELETE FROM audit_event", 1)]
    [InlineData("UPDATE audit_event SET id = id + 100 WHERE id = 3", 4)]
    public async Task Whatever_was_tampered_with_the_first_row_that_does_not_fit_is_named(string tampering, long named)
    {
        await using var history = HistoryOnDisk.Created();
        await history.Trail.AppendAsync([.. Enumerable.Range(1, 5).Select(number => AnEntry.Of("job:1", number))], Stop);
        history.Execute("DROP TRIGGER audit_event_is_not_updated; DROP TRIGGER audit_event_is_not_deleted;");

        history.Execute(tampering);

        Assert.Equal(named, Assert.IsType<AuditVerification.Broken>(await history.Chain.VerifyAsync(Stop)).Id);
    }
}
