using System.Text;
using Burnin.Domain.Nases;

namespace Burnin.Nas.Shell;

/// <summary>
/// Questions and answers over one channel. Nothing is sent after the script before it has said <c>ready</c>: a shell
/// reads its text in blocks, and would take a question for a part of it.
/// </summary>
internal sealed class HostSession : IHostSession
{
    private const int MaxAnswerBytes = 8 << 20;
    private const string Ready = "ready";
    private const string End = "end";

    private readonly IShellChannel _channel;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly byte[] _buffer = new byte[16 << 10];
    private volatile bool _isOver;

    private HostSession(IShellChannel channel) => _channel = channel;

    /// <summary>Owns the channel from now on, also where it fails.</summary>
    public static async Task<IHostSession> OpenAsync(IShellChannel channel, string script, CancellationToken cancellationToken)
    {
        var session = new HostSession(channel);
        // A shell waits for the end of its last line, and this input goes on.
        await session.ExchangeAsync(script.EndsWith('\n') ? script : $"{script}\n", Ready, cancellationToken);
        return session;
    }

    public Task<string> AskAsync(string line, CancellationToken cancellationToken) => ExchangeAsync($"{line}\n", End, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _isOver = true;
        return _channel.DisposeAsync();
    }

    private async Task<string> ExchangeAsync(string text, string lastLine, CancellationToken cancellationToken)
    {
        var isMine = false;
        try
        {
            await _turn.WaitAsync(cancellationToken);
            isMine = true;
            return _isOver
                ? throw new NasException(NasFault.Unreachable, "The session with the host is over.")
                : await AnswerAsync(text, lastLine, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _channel.Suspect();
            await DisposeAsync();
            throw;
        }
        catch (Exception failure)
        {
            var explanation = await _channel.ExplainAsync(failure);
            await DisposeAsync();
            throw explanation;
        }
        finally
        {
            if (isMine)
            {
                _turn.Release();
            }
        }
    }

    private async Task<string> AnswerAsync(string text, string lastLine, CancellationToken cancellationToken)
    {
        // The streams of SSH.NET block and heed no token; closing the channel is what ends them.
        await SentAsync(Encoding.UTF8.GetBytes(text), cancellationToken).WaitAsync(cancellationToken);
        using var answer = new MemoryStream();
        while (!EndsWith(answer, lastLine))
        {
            var count = await Task.Run(() => _channel.Output.ReadAsync(_buffer, cancellationToken).AsTask(), cancellationToken).WaitAsync(cancellationToken);
            answer.Write(count > 0 ? _buffer.AsSpan(0, count) : throw new EndOfStreamException("the shell closed its output"));
            if (answer.Length > MaxAnswerBytes)
            {
                throw new NasException(NasFault.UnexpectedAnswer, "The answer is longer than any answer can be.");
            }
        }

        return Encoding.UTF8.GetString(answer.GetBuffer().AsSpan(0, (int)answer.Length));
    }

    private Task SentAsync(byte[] bytes, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            await _channel.Input.WriteAsync(bytes, cancellationToken);
            await _channel.Input.FlushAsync(cancellationToken);
        },
        cancellationToken);

    private static bool EndsWith(MemoryStream answer, string lastLine)
    {
        var all = answer.GetBuffer().AsSpan(0, (int)answer.Length);
        var line = Encoding.ASCII.GetBytes($"{lastLine}\n");
        return all.EndsWith(line) && (all.Length == line.Length || all[^(line.Length + 1)] == '\n');
    }
}
