namespace Burnin.Grains.Storage;

/// <summary>
/// The record of one grain. Nobody sees a value before it is stored: a failed write leaves the old one standing. Writes
/// of one activation stand in line, so that interleaved calls cannot trip over each other's ETag.
/// </summary>
internal sealed class GrainRecord<TRecord>(IPersistentState<Stored<TRecord>> state)
    where TRecord : class, new()
{
    private readonly SemaphoreSlim _writes = new(1, 1);
    private TRecord? _current;

    public TRecord Current => _current ??= state.State.Record;

    /// <summary>Writes what the change makes of the current record; the very same record means that nothing is to be written.</summary>
    public async Task UpdateAsync(Func<TRecord, TRecord> change, CancellationToken cancellationToken = default)
    {
        await _writes.WaitAsync(cancellationToken);
        try
        {
            var next = change(Current);
            if (ReferenceEquals(next, Current))
            {
                return;
            }

            state.State.Record = next;
            try
            {
                await state.WriteStateAsync(cancellationToken);
            }
            catch
            {
                state.State.Record = Current;
                throw;
            }

            _current = next;
        }
        finally
        {
            _writes.Release();
        }
    }

    /// <summary>Forgets the record for good.</summary>
    public async Task ClearAsync()
    {
        await _writes.WaitAsync();
        try
        {
            await state.ClearStateAsync();
            _current = new TRecord();
        }
        finally
        {
            _writes.Release();
        }
    }
}

