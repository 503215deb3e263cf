namespace Burnin.Domain.Surface;

/// <summary>What each engine is called on every wire.</summary>
public static class SurfaceEngines
{
    public static SurfaceEngine? Parse(string word) => word switch
    {
        "auto" => SurfaceEngine.Auto,
        "fio" => SurfaceEngine.Fio,
        "badblocks" => SurfaceEngine.Badblocks,
        _ => null,
    };

    extension(SurfaceEngine engine)
    {
        public string Word => engine switch
        {
            SurfaceEngine.Auto => "auto",
            SurfaceEngine.Fio => "fio",
            SurfaceEngine.Badblocks => "badblocks",
        };
    }
}
