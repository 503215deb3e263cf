using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>
/// One connection that speaks JSON-RPC 2.0, from its opening to its end: calls go out one after the other, answers come back
/// in any order and are matched by their number. It does not mend itself; what is under way when it ends, fails with why.
/// </summary>
internal sealed class JsonRpcSocket : IAsyncDisposable
{
    private const int PartBytes = 8 << 10;

    /// <summary>A buffer that a long answer has made larger than this is not kept for the next one.</summary>
    private const int KeptBytes = 64 << 10;

    private readonly ConcurrentDictionary<long, WaitingCall> _waiting = new();
    private readonly TaskCompletionSource<NasException> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly SemaphoreSlim _slots;
    private readonly WebSocket _socket;
    private readonly string _place;
    private readonly SocketLimits _limits;
    private readonly TimeProvider _clock;
    private readonly Action<JsonElement> _heard;
    private readonly Task _receiving;
    private NasException? _whyGivenUp;
    private long _lastId;

    /// <param name="socket">Open, and ours from now on.</param>
    /// <param name="place">Who answers there, for sentences.</param>
    /// <param name="limits">How long, how much.</param>
    /// <param name="clock">For the limits.</param>
    /// <param name="heard">Gets every message that answers nothing: it must neither block nor throw.</param>
    public JsonRpcSocket(WebSocket socket, string place, SocketLimits limits, TimeProvider clock, Action<JsonElement> heard)
    {
        (_socket, _place, _limits, _clock, _heard) = (socket, place, limits, clock, heard);
        _slots = new SemaphoreSlim(limits.Parallel);
        _receiving = ReceiveAsync();
    }

    /// <summary>Completes when the connection is over, with the reason.</summary>
    public Task<NasException> Ended => _ended.Task;

    public bool IsOver => _ended.Task.IsCompleted;

    /// <summary>The whole answer, with its <c>result</c> or its <c>error</c>.</summary>
    /// <exception cref="NasException">No answer came.</exception>
    public async Task<JsonElement> CallAsync(string method, object?[] parameters, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limits.Answer, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        WaitingCall? call = null;
        try
        {
            await _slots.WaitAsync(either.Token);
            call = new WaitingCall(Interlocked.Increment(ref _lastId));
            var asking = AskAsync(call, method, parameters);

            // The NAS works on it whether its caller still listens or not: the slot is free when the answer is there.
            _ = asking.ContinueWith(
                static (task, self) =>
                {
                    _ = task.Exception;
                    ((SemaphoreSlim)self!).Release();
                },
                _slots,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);

            return await asking.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            call?.IsLate = true;
            var late = new NasException(NasFault.Unreachable, $"{_place} did not answer {method} within {_limits.Answer.TotalSeconds:0} s.");
            if (_waiting.Values.Count(waiting => waiting.IsLate) >= _limits.Parallel)
            {
                // Nothing more could ever be asked. Another connection starts with none under way.
                GiveUp(late);
            }

            throw late;
        }
    }

    /// <summary>Returns when the NAS has answered a ping, or when the connection is over because it did not.</summary>
    public async Task PingAsync()
    {
        var asking = AskAsync(new WaitingCall(Interlocked.Increment(ref _lastId)), "core.ping", []);
        await ((Task)asking).WaitAsync(_limits.Pong, _clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!asking.IsCompleted)
        {
            GiveUp(new NasException(NasFault.Unreachable, $"{_place} did not answer a ping within {_limits.Pong.TotalSeconds:0} s."));
            await _ended.Task;
        }
    }

    /// <summary>Ends the connection at once, for this reason.</summary>
    public void GiveUp(NasException why)
    {
        _ = Interlocked.CompareExchange(ref _whyGivenUp, why, null);
        _socket.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        GiveUp(SocketFailures.Closed(_place));
        await _receiving;
        _socket.Dispose();
    }

    private async Task<JsonElement> AskAsync(WaitingCall call, string method, object?[] parameters)
    {
        var message = JsonSerializer.SerializeToUtf8Bytes(new JsonRpcRequest(call.Id, method, parameters), JsonRpcRequest.Json);
        _waiting[call.Id] = call;
        try
        {
            await SendAsync(message);
            return await call.Answer.Task;
        }
        finally
        {
            _waiting.TryRemove(call.Id, out _);
        }
    }

    /// <summary>Takes no cancellation: half a message on the wire would be the end of the connection for everybody.</summary>
    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync();
        try
        {
            if (IsOver)
            {
                throw await _ended.Task;
            }

            await _socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception failure) when (failure is not NasException)
        {
            GiveUp(SocketFailures.WhileTalking(_place, _socket, failure));
            throw await _ended.Task;
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        var message = new ArrayBufferWriter<byte>(PartBytes);
        NasException why;
        try
        {
            while (await NextAsync(message))
            {
                Take(JsonRpcMessage.Read(message.WrittenSpan) ?? throw SocketFailures.NotJsonRpc(_place, message.WrittenSpan));
                if (message.Capacity > KeptBytes)
                {
                    message = new ArrayBufferWriter<byte>(PartBytes);
                }

                message.ResetWrittenCount();
            }

            why = SocketFailures.ClosedByNas(_place, _socket);
        }
        catch (Exception failure)
        {
            why = SocketFailures.WhileTalking(_place, _socket, failure);
        }

        End(Interlocked.CompareExchange(ref _whyGivenUp, why, null) ?? why);
    }

    /// <summary>False where the NAS has closed the connection.</summary>
    private async Task<bool> NextAsync(ArrayBufferWriter<byte> message)
    {
        while (true)
        {
            var part = await _socket.ReceiveAsync(message.GetMemory(PartBytes), CancellationToken.None);
            switch (part.MessageType)
            {
                case WebSocketMessageType.Close:
                    return false;
                case WebSocketMessageType.Binary:
                    throw SocketFailures.NotJsonRpc(_place, []);
            }

            message.Advance(part.Count);
            if (message.WrittenCount > _limits.AnswerBytes)
            {
                throw new NasException(NasFault.UnexpectedAnswer, $"{_place} sends an answer of more than {_limits.AnswerBytes >> 20} MiB.");
            }

            if (part.EndOfMessage)
            {
                return true;
            }
        }
    }

    /// <summary>An answer nobody waits for any more is left alone.</summary>
    private void Take(JsonElement message)
    {
        if (message.Field("method") is not null)
        {
            _heard(message);
        }
        else if (message.Whole("id") is { } id)
        {
            if (_waiting.TryGetValue(id, out var call))
            {
                call.Answer.TrySetResult(message);
            }
        }
        else if (message.Field("error") is { } error)
        {
            throw new NasException(NasFault.UnexpectedAnswer, $"{_place} could not read what we sent: {error.Text("message")}");
        }
    }

    private void End(NasException why)
    {
        _socket.Abort();
        _ended.TrySetResult(why);
        foreach (var call in _waiting.Values)
        {
            call.Answer.TrySetException(why);
        }
    }

    private sealed class WaitingCall(long id)
    {
        public long Id { get; } = id;

        public TaskCompletionSource<JsonElement> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Its caller has given up on it, and the NAS may still be at it.</summary>
        public bool IsLate { get; set; }
    }
}
