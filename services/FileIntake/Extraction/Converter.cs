using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Phase1.FileIntake.Extraction;

/// <summary>A running <c>pdftotext</c> from standard input to standard output. The system itself bounds what it may do.</summary>
/// <remarks>
/// A .pdf is hostile input. util-linux, which every Debian has, starts the converter with limits of memory, processor time and file sizes
/// (<c>prlimit</c>), without the right to start processes, and so that it dies when the thread that started it does, which a SIGKILL of this process includes (<c>setpriv</c>).
/// </remarks>
sealed class Converter : IDisposable
{
    /// <summary>Exit codes above are this plus the number of the signal.</summary>
    public const int EndedBySignal = 128;

    const int MaxOpenFiles = 64;
    const int MaxFileBytes = 1024 * 1024;

    readonly ManualResetEventSlim _finished = new();

    Converter(Process process) => Process = process;

    public Process Process { get; }

    /// <exception cref="ConverterMissingException">A program that is needed is not there.</exception>
    public static Task<Converter> StartAsync(IntakeOptions options)
    {
        var started = new TaskCompletionSource<Converter>(TaskCreationOptions.RunContinuationsAsynchronously);
        // A thread of its own: the converter dies with its thread, and those of the pool come and go.
        new Thread(() => Run(options, started)) { IsBackground = true, Name = "pdftotext" }.Start();
        return started.Task;
    }

    /// <summary>The command that a converter is started by, program first.</summary>
    /// <exception cref="ConverterMissingException">A program that is needed is not there.</exception>
    public static IReadOnlyList<string> Command(IntakeOptions options)
    {
        var seconds = (int)Math.Ceiling(options.ExtractionTimeout.TotalSeconds);
        return
        [
            Programs.PathOf("setpriv"),
            "--no-new-privs",
            "--pdeathsig=KILL",
            Programs.PathOf("prlimit"),
            Limit("as", options.MaxConverterBytes),
            Limit("cpu", seconds),
            Limit("fsize", MaxFileBytes),
            Limit("nofile", MaxOpenFiles),
            Limit("core", 0),
            // It starts no process and no thread. The system exempts root, as which none of the images runs.
            Limit("nproc", 0),
            Programs.PathOf(options.PdfToText),
            "-enc",
            "UTF-8",
            "-eol",
            "unix",
            "-",
            "-",
        ];

        static string Limit(string resource, long value) => string.Create(CultureInfo.InvariantCulture, $"--{resource}={value}");
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
        }

        Process.Dispose();
        _finished.Set();
    }

    static void Run(IntakeOptions options, TaskCompletionSource<Converter> started)
    {
        try
        {
            var converter = new Converter(Start(Command(options)));
            started.SetResult(converter);
            converter._finished.Wait();
            converter._finished.Dispose();
        }
        catch (Win32Exception missing)
        {
            started.SetException(new ConverterMissingException(missing));
        }
        catch (Exception other) when (!started.Task.IsCompleted)
        {
            started.SetException(other);
        }
    }

    static Process Start(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // No credentials, no addresses, nothing to find another program by.
        start.Environment.Clear();
        return Process.Start(start)!;
    }
}
