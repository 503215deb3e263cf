namespace Burnin.WebFront.BurnIns;

/// <summary>
/// When each of some burn-ins may begin and end, as slots come free. Others, of which nobody can say how long they take, are
/// taken to be like these on the average.
/// </summary>
public static class QueueForecast
{
    /// <param name="now">The moment of the start.</param>
    /// <param name="drives">In the order in which they ask for a slot.</param>
    /// <param name="slotsOf">Of each NAS.</param>
    /// <param name="fleet">Of all of them together: a burn-in needs one here too.</param>
    /// <returns>In the order of the drives.</returns>
    public static IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Of(
        DateTimeOffset now, IReadOnlyList<(string Nas, double Seconds)> drives, Func<string, Slots> slotsOf, Slots fleet)
    {
        var average = TimeSpan.FromSeconds(drives.Select(drive => drive.Seconds).DefaultIfEmpty().Average());
        var free = drives.Select(drive => drive.Nas).Distinct(StringComparer.Ordinal).ToDictionary(nas => nas, nas => FreeAt(slotsOf(nas)), StringComparer.Ordinal);
        var everywhere = FreeAt(fleet);
        return [.. drives.Select(drive => Place(free[drive.Nas], TimeSpan.FromSeconds(drive.Seconds)))];

        (DateTimeOffset From, DateTimeOffset To) Place(PriorityQueue<DateTimeOffset, DateTimeOffset> here, TimeSpan takes)
        {
            var (one, other) = (here.Dequeue(), everywhere.Dequeue());
            var from = one > other ? one : other;
            here.Enqueue(from + takes, from + takes);
            everywhere.Enqueue(from + takes, from + takes);
            return (from, from + takes);
        }

        // A limit that was lowered takes no slot away: of more than it grants the first to come back free nothing.
        PriorityQueue<DateTimeOffset, DateTimeOffset> FreeAt(Slots slots)
        {
            var held = slots.HeldUntil.Select(until => until is { } known && known > now ? known : until is null ? now + average : now).Order().ToList();
            var limit = Math.Clamp(slots.Limit, 1, held.Count + slots.Waiting + drives.Count);
            var times = held.Skip(Math.Max(0, held.Count - limit)).Concat(Enumerable.Repeat(now, Math.Max(0, limit - held.Count)));
            var queue = new PriorityQueue<DateTimeOffset, DateTimeOffset>(times.Select(time => (time, time)));
            for (var ahead = 0; ahead < slots.Waiting; ahead++)
            {
                var until = queue.Dequeue() + average;
                queue.Enqueue(until, until);
            }

            return queue;
        }
    }
}
