namespace Burnin.Grains.Storage;

public static class StorageNames
{
    /// <summary>The one grain storage. State names are unique per grain class: the row's key does not hold the class.</summary>
    public const string Burnin = "burnin";
}
