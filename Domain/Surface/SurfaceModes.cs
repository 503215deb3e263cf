namespace Burnin.Domain.Surface;

/// <summary>What each mode is called on every wire.</summary>
public static class SurfaceModes
{
    public static SurfaceMode? Parse(string word) => word switch
    {
        "write" => SurfaceMode.Write,
        "read" => SurfaceMode.Read,
        _ => null,
    };

    extension(SurfaceMode mode)
    {
        public string Word => mode switch
        {
            SurfaceMode.Write => "write",
            SurfaceMode.Read => "read",
        };
    }
}
