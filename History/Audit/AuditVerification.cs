namespace Burnin.History.Audit;

/// <summary>What a check of the whole chain found.</summary>
public abstract record AuditVerification
{
    private AuditVerification()
    {
    }

    /// <summary>
    /// No row was changed, put in or taken out. The chain has no key: whoever can write the file can also forge all of it, so
    /// note <paramref name="LastHash"/> elsewhere and find it again later.
    /// </summary>
    public sealed record Intact(long Rows, string LastHash) : AuditVerification;

    /// <summary>The first row that does not fit; all before it do.</summary>
    public sealed record Broken(long Id, string Reason) : AuditVerification;
}
