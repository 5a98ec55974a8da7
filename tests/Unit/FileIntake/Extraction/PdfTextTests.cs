using Phase1.Events;
using Phase1.FileIntake.Extraction;
using Phase1.Tests.Infrastructure.Files;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

[Trait("Scenario", "S-301")]
public sealed class PdfTextTests : ExtractionTests
{
    [Fact]
    public async Task The_text_layer_is_read_with_Swedish_letters_and_paragraph_breaks()
    {
        var content = PdfFile.Of("Siv Ödman 2026-02-11", "", "", "Åskan (den första) gick över sjön.", "", "", "Sedan kom regnet.");

        var text = await TextOf(FileKind.Pdf, content);

        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["Siv Ödman 2026-02-11", "Åskan (den första) gick över sjön.", "Sedan kom regnet."]);
        text.ShouldContain("\n\n");
    }

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task A_password_protected_document_says_so() =>
        (await FailureOf(FileKind.Pdf, PdfFile.Encrypted())).ShouldBe(ValidationErrorCode.EncryptedFileUnsupported);

    [Fact]
    public async Task A_scan_without_text_layer_is_unreadable() =>
        (await FailureOf(FileKind.Pdf, PdfFile.Scanned())).ShouldBe(ValidationErrorCode.TextExtractionFailed);

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task A_damaged_document_is_unreadable() =>
        (await FailureOf(FileKind.Pdf, "%PDF-1.4\nrubbish"u8.ToArray())).ShouldBe(ValidationErrorCode.TextExtractionFailed);

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task Output_beyond_the_limit_is_refused_while_it_is_read()
    {
        Limits.MaxCharacters = 1;

        var outcome = await Extract(FileKind.Pdf, PdfFile.Of("A line that is longer than sixteen bytes."));

        outcome.ErrorCode.ShouldBe(ValidationErrorCode.ContentTooLong);
        outcome.ErrorMessage.ShouldBe("The text is far longer than the 1 characters that are allowed.");
    }

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task A_converter_that_hangs_is_killed_when_the_time_is_up()
    {
        var folder = Directory.CreateTempSubdirectory("phase1-test-");
        var pidFile = Path.Combine(folder.FullName, "pid");
        Limits.PdfToText = Script(folder.FullName, $"echo $$ > {pidFile}; exec sleep 600");
        Limits.ExtractionTimeout = TimeSpan.FromMilliseconds(500);

        var outcome = await Extract(FileKind.Pdf, PdfFile.Of("Text"));

        outcome.ErrorMessage.ShouldBe("Reading the file took too long.");
        var child = int.Parse(await File.ReadAllTextAsync(pidFile, TestContext.Current.CancellationToken));
        await GoneAsync(child);
        folder.Delete(recursive: true);
    }

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task A_converter_dies_with_the_process_that_started_it()
    {
        var folder = Directory.CreateTempSubdirectory("phase1-test-");
        var pidFile = Path.Combine(folder.FullName, "pid");
        Limits.PdfToText = Script(folder.FullName, $"echo $$ > {pidFile}; exec sleep 600");
        // The command as this service gives it, started by a process that is then killed.
        using var parent = System.Diagnostics.Process.Start("sh", ["-c", $"{string.Join(' ', Converter.Command(Limits))} & wait"])!;
        var child = await NumberInAsync(pidFile);
        IsRunning(child).ShouldBeTrue();

        parent.Kill();
        await parent.WaitForExitAsync(TestContext.Current.CancellationToken);

        await GoneAsync(child);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("head -c 100000000 /dev/zero | tail")]
    [InlineData("while :; do :; done")]
    [InlineData("head -c 5000000 /dev/zero > big")]
    [Trait("Scenario", "S-304")]
    public async Task The_system_bounds_what_a_converter_takes(string greed)
    {
        var folder = Directory.CreateTempSubdirectory("phase1-test-");
        Limits.PdfToText = Script(folder.FullName, $"cd {folder.FullName}; {greed} || exit 1");
        Limits.MaxConverterBytes = 64 * 1024 * 1024;

        // One second of processor time; the wall clock's limit is this test's own.
        var command = Converter
            .Command(Limits)
            .Select(part => part.StartsWith("--cpu", StringComparison.Ordinal) ? "--cpu=1" : part)
            .ToList();
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(command[0], command.Skip(1))
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldNotBe(0);
        folder.Delete(recursive: true);
    }

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task A_converter_starts_no_process()
    {
        var folder = Directory.CreateTempSubdirectory("phase1-test-");
        Limits.PdfToText = Script(folder.FullName, "(:) && echo started");
        // The system exempts root from this limit.
        string[] asAnybody = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_101_101);
            File.SetUnixFileMode(Limits.PdfToText, (UnixFileMode)0b111_101_101);
        }

        string[] command = [.. asAnybody, .. Converter.Command(Limits)];
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(command[0], command.Skip(1))
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (output, errors) = (
            await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
        );

        output.ShouldBeEmpty();
        errors.ShouldContain("fork");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_converter_sees_nothing_of_the_environment()
    {
        var folder = Directory.CreateTempSubdirectory("phase1-test-");
        Limits.PdfToText = Script(folder.FullName, "env");

        var text = await TextOf(FileKind.Pdf, PdfFile.Of("Text"));

        text.Split('\n').Select(line => line.Split('=')[0]).Except(["PWD", "_", "SHLVL", "OLDPWD"]).ShouldBeEmpty();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_converter_that_is_missing_is_no_fault_of_the_file()
    {
        Limits.PdfToText = "/nowhere/pdftotext";

        await Should.ThrowAsync<ConverterMissingException>(() => Extract(FileKind.Pdf, PdfFile.Of("Text")));
    }

    static string Script(string folder, string body)
    {
        var path = Path.Combine(folder, "converter");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    static async Task<int> NumberInAsync(string file)
    {
        int number;
        while (!File.Exists(file) || !int.TryParse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), out number))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return number;
    }

    static async Task GoneAsync(int processId)
    {
        while (IsRunning(processId))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    static bool IsRunning(int processId)
    {
        // A killed child whose new parent has not yet collected it is a zombie: dead, but still listed.
        var status = $"/proc/{processId}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }
}
