using Burnin.Domain.Surface;

namespace Burnin.Nas.Host;

/// <summary>
/// The lines <c>seg</c> and <c>bad</c> of the programme:
/// <c>seg INDEX KIND PASS FIRST LAST START END HELD WHOLE LISTED R W C  MS P50 P99 P999 MAX (write)  MS P50 P99 P999 MAX (read)  CELSIUS</c>
/// and <c>bad PASS BLOCK FAULT CONFIRMED</c>. "-" is "not known".
/// </summary>
internal static class SegmentLine
{
    private const int FirstOfWrite = 13;
    private const int FirstOfRead = 18;
    private const int PlaceOfCelsius = 23;

    public static FinishedSegment? Read(HostLine line) =>
        SurfaceWords.Kind(line.Word(1)) is { } kind && Enumerable.Range(0, FirstOfWrite).Where(place => place != 1).All(place => line.Number(place) is not null)
            ? new FinishedSegment
            {
                Index = (int)line.Number(0)!.Value,
                Segment = new SurfaceSegment(kind, (int)line.Number(2)!.Value, line.Number(3)!.Value, line.Number(4)!.Value),
                StartSecond = line.Number(5)!.Value,
                EndSecond = line.Number(6)!.Value,
                HeldSeconds = line.Number(7)!.Value,
                IsWhole = line.Number(8) == 1,
                Listed = line.Number(9)!.Value,
                ReadErrors = line.Number(10)!.Value,
                WriteErrors = line.Number(11)!.Value,
                Mismatches = line.Number(12)!.Value,
                Write = Half(line, FirstOfWrite),
                Read = Half(line, FirstOfRead),
                HottestCelsius = (int?)line.Number(PlaceOfCelsius),
            }
            : null;

    public static BadBlock? ReadBad(HostLine line) =>
        line.Number(0) is { } pass && line.Number(1) is { } block && SurfaceWords.Fault(line.Word(2)) is { } fault && line.Number(3) is { } confirmed
            ? new BadBlock((int)pass, block, fault, confirmed == 1)
            : null;

    private static HalfMeasure? Half(HostLine line, int place) => line.Number(place) is { } milliseconds
        ? new HalfMeasure
        {
            Milliseconds = milliseconds,
            MedianMicroseconds = line.Number(place + 1),
            P99Microseconds = line.Number(place + 2),
            P999Microseconds = line.Number(place + 3),
            MaxMicroseconds = line.Number(place + 4),
        }
        : null;
}
