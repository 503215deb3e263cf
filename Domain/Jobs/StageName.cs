namespace Burnin.Domain.Jobs;

public enum StageName
{
    Precheck,
    ShortSmart,
    LongSmart,
    SurfaceValidate,
    IoValidate,
    FinalCheck,
}
