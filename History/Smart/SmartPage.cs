namespace Burnin.History.Smart;

/// <param name="Snapshots">Newest first.</param>
/// <param name="Next">Where the next page begins: pass it as <c>before</c>. Null on the last page.</param>
public sealed record SmartPage(IReadOnlyList<SmartRecord> Snapshots, long? Next);
