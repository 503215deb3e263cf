namespace Burnin.Domain.Speed;

public enum SpeedDirection
{
    Write,
    Read,
}
