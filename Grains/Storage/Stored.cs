namespace Burnin.Grains.Storage;

/// <summary>The mutable box that Orleans wants around an immutable record.</summary>
public sealed class Stored<TRecord>
    where TRecord : class, new()
{
    /// <summary>Changes are additive; this grows when a reader has to know that something is read differently.</summary>
    public int SchemaVersion { get; set; } = 1;

    public TRecord Record { get; set; } = new();
}
