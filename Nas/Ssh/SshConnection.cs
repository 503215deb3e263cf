using System.Text;
using Burnin.Domain.Nases;
using Burnin.Nas.Shell;
using Renci.SshNet;

namespace Burnin.Nas.Ssh;

/// <summary>
/// One connection as long as it lasts; a broken one is never mended. SSH.NET blocks while it opens channels, writes and
/// closes, so all of it runs on the thread pool.
/// </summary>
internal sealed class SshConnection
{
    /// <summary>Known to every login shell; what it answers does not matter.</summary>
    private const string Trifle = "true";

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SizeLookPeriod = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly SshClient _client;
    private readonly SshEndpoint _endpoint;
    private readonly string _place;
    private readonly string _commandLine;
    private readonly SshLimits _limits;
    private readonly TimeProvider _clock;
    private Task<bool>? _probe;
    private int _givenUp;

    private SshConnection(SshClient client, SshEndpoint endpoint, SshLimits limits, TimeProvider clock)
    {
        _client = client;
        _endpoint = endpoint;
        _place = $"{endpoint.Host}:{endpoint.Port}";
        _commandLine = Sudo.CommandLineFor(endpoint.User);
        _limits = limits;
        _clock = clock;
    }

    /// <summary>True says little: a half-open connection looks alive until a command goes unanswered.</summary>
    public bool IsAlive => Volatile.Read(ref _givenUp) == 0 && _client.IsConnected;

    public static async Task<SshConnection> OpenAsync(
        SshEndpoint endpoint, HostKeyPin pin, SshLimits limits, TimeProvider clock)
    {
        var client = new SshClient(new ConnectionInfo(endpoint.Host, endpoint.Port, endpoint.User, SshCredentials.MethodsFor(endpoint))
        {
            Timeout = limits.Connect,
            MaxSessions = limits.Parallel + limits.Standing + 1,
        })
        {
            KeepAliveInterval = KeepAlive,
        };
        var connection = new SshConnection(client, endpoint, limits, clock);

        NasException? wrongKey = null;
        client.HostKeyReceived += (_, key) =>
        {
            key.CanTrust = pin.Accepts(key.FingerPrintSHA256);
            wrongKey = key.CanTrust ? null : pin.Refusal(connection._place);
        };

        try
        {
            await Task.Run(() => client.ConnectAsync(CancellationToken.None)).WaitAsync(limits.Connect, clock);
            return connection;
        }
        catch (Exception failure)
        {
            connection.GiveUp();
            throw wrongKey ?? SshFailures.WhileConnecting(endpoint, failure);
        }
    }

    /// <summary>Runs until the script has ended, however long: the limit is the caller's affair.</summary>
    /// <param name="script">What the shell gets.</param>
    /// <param name="closing">Closes the channel. What the script does at the host goes on.</param>
    public Task<ShellAnswer> RunAsync(string script, CancellationToken closing) => Task.Run(async () =>
    {
        using var command = _client.CreateCommand(_commandLine);
        var ended = Started(command, script);
        while (!ended.IsCompleted)
        {
            closing.ThrowIfCancellationRequested();
            await Task.WhenAny(ended, Task.Delay(SizeLookPeriod, _clock));
            RefuseFlood(command);
        }

        await ended;
        RefuseFlood(command);

        return command.ExitStatus is { } exitCode
            ? new ShellAnswer(exitCode, command.Result, command.Error)
            : throw new NasException(
                NasFault.Unreachable, $"The shell at {_place} was ended from outside ({command.ExitSignal ?? "no exit code"}); what it was doing is not known.");
    });

    /// <summary>Starts a shell that stays. What it is to run has yet to be sent.</summary>
    public Task<SshChannel> OpenChannelAsync(Action suspect, Action closed) => Task.Run(() =>
    {
        var command = _client.CreateCommand(_commandLine);
        Task? ended = null;
        try
        {
            ended = command.ExecuteAsync(CancellationToken.None);
            return new SshChannel(command, ended, command.CreateInputStream(), _endpoint, suspect, closed);
        }
        catch (Exception) when (ended?.IsCompletedSuccessfully is true)
        {
            // The login shell ended at once: what it said comes with the first question.
            return new SshChannel(command, ended, Stream.Null, _endpoint, suspect, closed);
        }
        catch (Exception failure)
        {
            command.Dispose();
            throw new NotSentException(SshFailures.WhileRunning(_place, failure));
        }
    });

    /// <summary>
    /// Whether the host still answers: a half-open connection does not. Nor does one on which so much hangs that it takes
    /// no more channels; a new connection is what helps there as well. Whoever asks at the same time shares one answer.
    /// </summary>
    public Task<bool> AnswersAsync()
    {
        lock (_gate)
        {
            return _probe is { IsCompleted: false } asked ? asked : _probe = ProbeAsync();
        }
    }

    /// <summary>Ends all that runs over it. Returns at once: closing may block where nobody answers.</summary>
    /// <returns>False: somebody has given it up before.</returns>
    public bool GiveUp()
    {
        if (Interlocked.Exchange(ref _givenUp, 1) == 1)
        {
            return false;
        }

        _ = Task.Run(() =>
        {
            try
            {
                _client.Dispose();
            }
            catch (Exception)
            {
                // It was broken already, and nobody is left to care.
            }
        });
        return true;
    }

    private async Task<bool> ProbeAsync()
    {
        try
        {
            await Task.Run(async () =>
            {
                using var command = _client.CreateCommand(Trifle);
                await command.ExecuteAsync(CancellationToken.None);
            }).WaitAsync(_limits.Probe, _clock);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private Task Started(SshCommand command, string script)
    {
        var sent = false;
        Task? ended = null;
        try
        {
            ended = command.ExecuteAsync(CancellationToken.None);
            using var input = command.CreateInputStream();
            sent = true;
            input.Write(Encoding.UTF8.GetBytes(script));
        }
        catch (Exception failure) when (ended is null || !ended.IsCompletedSuccessfully)
        {
            if (!sent)
            {
                throw new NotSentException(SshFailures.WhileRunning(_place, failure));
            }

            // A shell that ends before it has read everything closes its input: its exit code is the answer.
            if (!_client.IsConnected)
            {
                throw;
            }
        }
        catch (Exception)
        {
            // The login shell ended at once, before it took any input. What it said is the answer.
        }

        return ended!;
    }

    private void RefuseFlood(SshCommand command)
    {
        if (command.OutputStream.Length + command.ExtendedOutputStream.Length > _limits.AnswerBytes)
        {
            throw new NasException(
                NasFault.UnexpectedAnswer, $"The answer of {_place} is longer than {_limits.AnswerBytes >> 20} MiB and was not read on.");
        }
    }
}
