using Burnin.History.Audit;

namespace Burnin.WebFront.Tests.Host;

/// <summary>The audit rows that an act has left.</summary>
internal static class Trail
{
    public static async Task<IReadOnlyList<AuditRecord>> OfAsync(FrontHost front, Func<Task> act)
    {
        var log = front.Services.GetRequiredService<AuditLog>();
        var before = await NewestAsync(log);
        await act();
        var page = await log.ListAsync(new AuditFilter(), AuditLog.LargestLimit, null, TestContext.Current.CancellationToken);
        return [.. page.Events.Where(row => row.Id > before)];
    }

    private static async Task<long> NewestAsync(AuditLog log) =>
        (await log.ListAsync(new AuditFilter(), 1, null, TestContext.Current.CancellationToken)).Events is [var newest] ? newest.Id : 0;
}
