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
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SizeLookPeriod = TimeSpan.FromMilliseconds(100);

    private readonly SshClient _client;
    private readonly string _place;
    private readonly string _commandLine;
    private readonly SshLimits _limits;
    private readonly TimeProvider _clock;
    private int _givenUp;

    private SshConnection(SshClient client, SshEndpoint endpoint, SshLimits limits, TimeProvider clock)
    {
        _client = client;
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
            MaxSessions = limits.Parallel,
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
    public Task<ShellAnswer> RunAsync(string script) => Task.Run(async () =>
    {
        using var command = _client.CreateCommand(_commandLine);
        var ended = Started(command, script);
        while (!ended.IsCompleted)
        {
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

    /// <summary>Ends all that runs over it. Returns at once: closing may block where nobody answers.</summary>
    public void GiveUp()
    {
        if (Interlocked.Exchange(ref _givenUp, 1) == 0)
        {
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
