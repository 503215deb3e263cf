namespace Burnin.Silo.Explain;

/// <summary>One file to explain; a path of null is standard input.</summary>
internal sealed record SavedOutput(string Name, string? Path)
{
    /// <summary>More is no output of smartctl, and is not read to its end.</summary>
    private const int MaxBytes = 16 << 20;

    /// <summary>A folder stands for all that is in it, in order, named from the folder on.</summary>
    public static IEnumerable<SavedOutput> At(string path) =>
        path == "-" ? [new SavedOutput("-", null)]
        : Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => new SavedOutput(System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'), file))
        : [new SavedOutput(path, path)];

    /// <summary>Null where it cannot be read.</summary>
    public byte[]? Read(Stream input, out string? trouble)
    {
        trouble = null;
        try
        {
            using var opened = Path is null ? null : File.OpenRead(Path);
            using var bytes = new MemoryStream();
            var from = opened ?? input;
            var buffer = new byte[81920];
            for (int count; bytes.Length <= MaxBytes && (count = from.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, count);
            }

            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            trouble = exception.Message;
            return null;
        }
    }
}
