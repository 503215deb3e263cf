namespace Burnin.Silo.Configuration;

/// <summary>A setting cannot be used. The message names it and what it must be.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
