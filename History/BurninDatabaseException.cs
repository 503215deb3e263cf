namespace Burnin.History;

/// <summary>The database cannot be used, and the service not be started. The message is for the person at the console.</summary>
public sealed class BurninDatabaseException : Exception
{
    public BurninDatabaseException(string message)
        : base(message)
    {
    }

    public BurninDatabaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
