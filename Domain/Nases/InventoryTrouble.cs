namespace Burnin.Domain.Nases;

/// <summary>A part of a NAS did not answer: its drives are known from the rest, and what is not known is in use.</summary>
public sealed record InventoryTrouble(NasFault Fault, string Message);
