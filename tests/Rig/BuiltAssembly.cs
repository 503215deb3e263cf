namespace Burnin.Rig;

/// <summary>Finds what the build made, in the artifacts folder and the configuration that this code runs from.</summary>
public static class BuiltAssembly
{
    /// <summary>The Silo: the path in <c>BURNIN_SILO</c> where it is set, else the one built beside us.</summary>
    public static string Silo() => Environment.GetEnvironmentVariable("BURNIN_SILO") is { Length: > 0 } given
        ? given
        : Of("Silo");

    public static string Of(string project)
    {
        // artifacts/bin/<project>/<configuration>/
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"Burnin.{project}.dll");

        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built; or set BURNIN_SILO.", path);
    }
}
