using Burnin.Domain.Drives;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Nases;

/// <summary>One drive looked at just now. Facts are null where no disk on the NAS answers to the serial.</summary>
public sealed record DriveExamination(DriveFacts? Facts, SmartSnapshot Smart);
