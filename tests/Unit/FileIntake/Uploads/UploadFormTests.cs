using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Uploads;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.FileIntake.Uploads;

/// <summary>Every limit of an upload request is a total, and who may not add to a batch is told before the files are read.</summary>
public sealed class UploadFormTests
{
    const long Megabyte = 1024 * 1024;
    const string Batch = "0197a000-0000-7000-8000-000000000001";

    readonly IntakeOptions _limits = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static Task Admit(Guid batch) => Task.CompletedTask;

    static Task Refuse(Guid batch) => throw new ProblemException(Problems.ResourceNotFound, "There is no such batch.");

    async Task<UploadForm> ReadAsync(FormStream body, Func<Guid, Task>? admit = null, SpoolBudget? budget = null)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = $"multipart/form-data; boundary={FormStream.Boundary}";
        request.Body = body;
        var form = new UploadForm(new(budget ?? new(_limits)), _limits, admit ?? Admit);
        try
        {
            await form.ReadAsync(request, Token);
            return form;
        }
        catch
        {
            await form.DisposeAsync();
            throw;
        }
    }

    static string TextOf(UploadForm form, int file)
    {
        using var reader = new StreamReader(form.Spool.Open(form.Files[file]));
        return reader.ReadToEnd();
    }

    async Task<Problem> ProblemOf(FormStream body, Func<Guid, Task>? admit = null) =>
        (await Should.ThrowAsync<ProblemException>(() => ReadAsync(body, admit))).Problem;

    [Fact]
    public async Task Fields_and_files_are_read_in_any_order_while_the_files_are_small()
    {
        await using var form = await ReadAsync(
            new FormStream().File("a.txt", "Första").Field("allow_duplicates", "true").File("b.txt", "Andra").Field("batch_id", Batch).End()
        );

        (form.BatchId, form.AllowDuplicates).ShouldBe((Guid.Parse(Batch), true));
        form.Files.Select(file => file.Name).ShouldBe(["a.txt", "b.txt"]);
        TextOf(form, 1).ShouldBe("Andra");
        TextOf(form, 0).ShouldBe("Första");
        form.Files[0].Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Första"))));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public async Task A_name_is_read_in_the_encoding_of_its_sender_and_no_byte_of_the_file_is_changed(string encoding)
    {
        var name = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes("Åsa Öberg.txt");
        byte[] content = [0xEF, 0xBB, 0xBF, 0xFF, 0xC3, 0x28, .. Enumerable.Range(0, 20_000).Select(at => (byte)(at * 7))];

        await using var form = await ReadAsync(new FormStream().Field("batch_id", Batch).File(name, content).File(name, []).End());

        form.Files.Select(file => file.Name).ShouldBe(["Åsa Öberg.txt", "Åsa Öberg.txt"]);
        form.Files[0].Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    [Fact]
    public async Task Who_may_not_add_to_the_batch_is_told_before_the_files_are_read()
    {
        var body = new FormStream().Field("batch_id", Batch).File("large.txt", "", 300 * Megabyte).End();

        (await ProblemOf(body, Refuse)).ShouldBe(Problems.ResourceNotFound);

        body.WasRead.ShouldBeLessThan(Megabyte);
    }

    [Fact]
    public async Task Large_files_that_come_before_their_batch_are_not_read()
    {
        var body = new FormStream().File("a.txt", "", Megabyte / 2).File("b.txt", "", 300 * Megabyte).Field("batch_id", Batch).End();

        (await ProblemOf(body)).ShouldBe(Problems.InvalidRequest);

        body.WasRead.ShouldBeLessThan(2 * Megabyte);
    }

    [Fact]
    public async Task Fields_are_bounded_in_number_and_length()
    {
        var large = new FormStream().Part("Content-Disposition: form-data; name=\"assignment_id\"", "", 4 * Megabyte);
        (await ProblemOf(large)).ShouldBe(Problems.ValidationError);
        large.WasRead.ShouldBeLessThan(Megabyte);

        var many = new FormStream();
        for (var i = 0; i < 120; i++)
        {
            many.Field("assignment_id", "x");
        }

        (await ProblemOf(many.Field("batch_id", Batch).File("a.txt", "A").End())).ShouldBe(Problems.LimitExceeded);
    }

    [Fact]
    public async Task Headers_of_a_part_are_bounded()
    {
        (await ProblemOf(new FormStream().Part($"X-Large: {new string('x', 100_000)}", "", 0).End())).ShouldBe(Problems.ParsingError);
        var many = string.Join("\r\n", Enumerable.Range(0, 1000).Select(i => $"X-{i}: x"));
        (await ProblemOf(new FormStream().Part(many, "", 0).End())).ShouldBe(Problems.ParsingError);
    }

    [Fact]
    public async Task A_malformed_part_is_refused_without_a_word_of_it()
    {
        var body = new FormStream()
            .Field("batch_id", Batch)
            .Part("Content-Disposition form-data; filename=\"Ebba Lilja.docx\"", "", 0)
            .End();

        var refusal = await Should.ThrowAsync<ProblemException>(() => ReadAsync(body));

        refusal.Problem.ShouldBe(Problems.ParsingError);
        refusal.ToString().ShouldNotContain("Ebba");
    }

    [Fact]
    public async Task A_body_that_ends_too_early_is_refused() =>
        (await ProblemOf(new FormStream().Field("batch_id", Batch).File("a.txt", "A"))).ShouldBe(Problems.ParsingError);

    [Fact]
    public async Task One_request_is_for_one_batch()
    {
        var body = new FormStream().Field("batch_id", Batch).Field("batch_id", Batch.Replace('1', '2')).File("a.txt", "A").End();

        (await ProblemOf(body)).ShouldBe(Problems.ValidationError);
    }

    [Fact]
    public async Task Two_forms_have_one_digest_when_they_hold_the_same_however_they_are_written()
    {
        static FormStream Body(string text) => new FormStream().Field("batch_id", Batch).File("a.txt", text).File("b.txt", "B").End();
        await using var first = await ReadAsync(Body("A"));
        await using var same = await ReadAsync(Body("A"));
        await using var other = await ReadAsync(Body("Ä"));
        await using var moved = await ReadAsync(new FormStream().Field("batch_id", Batch).File("a.tx", "A").File("b.txt", "B").End());

        same.Digest.ShouldBe(first.Digest);
        other.Digest.ShouldNotBe(first.Digest);
        moved.Digest.ShouldNotBe(first.Digest);
    }

    [Fact]
    public async Task A_file_that_is_too_long_is_read_but_not_kept()
    {
        var budget = new SpoolBudget(_limits);
        _limits.MaxSpoolBytes = 2 * _limits.MaxFileBytes;

        await using var form = await ReadAsync(
            new FormStream().Field("batch_id", Batch).File("large.txt", "", 11 * Megabyte).File("a.txt", "A").End(),
            budget: budget
        );

        form.Files.Select(file => file.Length).ShouldBe([11 * Megabyte, 1]);
        TextOf(form, 1).ShouldBe("A");
    }

    [Fact]
    public async Task All_requests_together_take_no_more_disk_space_than_is_allowed()
    {
        _limits.MaxSpoolBytes = 3 * Megabyte;
        var budget = new SpoolBudget(_limits);
        FormStream Body() => new FormStream().Field("batch_id", Batch).File("a.txt", "", 2 * Megabyte).End();

        await using (await ReadAsync(Body(), budget: budget))
        {
            var refusal = await Should.ThrowAsync<ProblemException>(() => ReadAsync(Body(), budget: budget));
            refusal.Problem.ShouldBe(Problems.ServiceUnavailable);
        }

        await using var again = await ReadAsync(Body(), budget: budget);
        again.Files.Count.ShouldBe(1);
    }
}
