namespace Burnin.Rig;

/// <summary>The compiled faultydisk.c, made once a process.</summary>
internal static class FaultPlugin
{
    private static readonly Lazy<Task<string>> Compiled = new(CompileAsync);

    public static Task<string> PathAsync() => Compiled.Value;

    private static async Task<string> CompileAsync()
    {
        var folder = await RigFolder.CreateAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var (source, plugin) = (folder.File("faultydisk.c"), folder.File("faultydisk.so"));
        await using (var embedded = typeof(FaultPlugin).Assembly.GetManifestResourceStream("faultydisk.c")!)
        await using (var file = File.Create(source))
        {
            await embedded.CopyToAsync(file);
        }

        await Command.RunAsync("gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", plugin, source);

        return plugin;
    }
}
