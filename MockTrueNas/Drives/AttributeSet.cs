namespace Burnin.MockTrueNas.Drives;

/// <summary>Whose table of SMART attributes an ATA drive keeps.</summary>
internal enum AttributeSet
{
    Seagate,
    WesternDigital,
    Toshiba,
    Ssd,
}
