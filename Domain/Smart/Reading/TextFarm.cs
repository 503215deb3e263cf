namespace Burnin.Domain.Smart.Reading;

/// <summary>Seagate's own log. Its labels are those of other logs too, so only what stands behind its head counts.</summary>
internal static class TextFarm
{
    public static SeagateFarm? Read(TextLines lines)
    {
        var start = lines.Find("Seagate Field Access Reliability Metrics log (FARM)");
        if (start < 0)
        {
            return null;
        }

        var values = new Dictionary<string, string>();
        for (var i = start + 1; i < lines.Count && (lines[i].Length == 0 || char.IsWhiteSpace(lines[i][0])); i++)
        {
            if (lines[i].IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                values.TryAdd(lines[i][..colon].Trim(), lines[i][(colon + 1)..].Trim());
            }
        }

        long? Number(params ReadOnlySpan<string> labels)
        {
            foreach (var label in labels)
            {
                if (Numbers.First(values.GetValueOrDefault(label)) is { } number)
                {
                    return number;
                }
            }

            return null;
        }

        return new SeagateFarm
        {
            PowerOnHours = Number("Power on Hours", "Power on Hour"),
            SpindlePowerOnHours = Number("Spindle Power on Hours"),
            HeadFlightHours = Number("Head Flight Hours"),
            PowerCycles = Number("Power Cycle Count", "Power Cycle count"),
            HeadLoadEvents = Number("Head Load Events"),
            LogicalSectorsWritten = Number("Logical Sectors Written"),
            LogicalSectorsRead = Number("Logical Sectors Read"),
            UnrecoverableReadErrors = Number("Unrecoverable Read Errors"),
            UnrecoverableWriteErrors = Number("Unrecoverable Write Errors"),
            ReallocatedSectors = Number("Number of Reallocated Sectors"),
            ReallocationCandidates = Number("Number of Reallocated Candidate Sectors"),
            CrcErrors = Number("Number of Interface CRC Errors"),
            SerialNumber = values.GetValueOrDefault("Serial Number"),
            Assembled = values.GetValueOrDefault("Assembly Date (YYWW)") ?? values.GetValueOrDefault("Date of Assembled"),
            RecordingType = values.GetValueOrDefault("Drive Recording Type"),
            CapacitySectors = Number("Device Capacity in Sectors"),
            LogicalSectorBytes = (int?)Number("Logical Sector Size"),
        };
    }
}
