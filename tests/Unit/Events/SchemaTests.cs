using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Docs;
using Phase1.Tests.Infrastructure.Schemas;

namespace Phase1.Unit.Tests.Events;

/// <summary>The schemas in docs/schemas are generated: <see cref="GeneratedPage" /> says how they are written anew.</summary>
[Trait("Scenario", "S-712")]
public sealed class SchemaTests
{
    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> EveryTopic => [.. Topics.All];

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void The_schema_that_is_handed_out_is_the_one_of_the_contract(string topic) =>
        new GeneratedPage(SchemaFiles.NameOf(topic)).ShouldBe(EventSchemas.Of(topic).ToJsonString(Readable) + "\n");

    [Fact]
    public void Every_topic_has_one_schema_and_no_other_file_lies_there() =>
        Directory.GetFiles(SchemaFiles.Folder).Select(Path.GetFileNameWithoutExtension).Order().ShouldBe(Topics.All.Order());

    [Fact]
    public void A_schema_names_its_dialect_its_topic_and_what_is_checked()
    {
        var schema = EventSchemas.Of(Topics.EssayContentProvisioned);

        schema["$schema"]!.GetValue<string>().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        schema["properties"]!["event_type"]!["const"]!.GetValue<string>().ShouldBe("huleedu.file.essay.content.provisioned.v1");
        schema["properties"]!["event_id"]!["format"]!.GetValue<string>().ShouldBe("uuid");
        var payload = schema["properties"]!["data"]!["properties"]!;
        payload["text_storage_id"]!["pattern"]!.GetValue<string>().ShouldBe("^[A-Za-z0-9._:/-]+$");
        payload["original_file_name"]!["maxLength"]!.ToJsonString().ShouldBe("500");
        payload["file_size_bytes"]!["minimum"]!.ToJsonString().ShouldBe("0");
        Should.Throw<ArgumentException>(() => EventSchemas.Of("huleedu.unknown.v1"));
    }

    [Fact]
    public void A_schema_is_the_callers_own()
    {
        EventSchemas.Of(Topics.BatchEssaysReady)["properties"]!.AsObject().Clear();

        EventSchemas.Of(Topics.BatchEssaysReady)["properties"]!.AsObject().ShouldNotBeEmpty();
    }

    [Fact]
    public void The_patterns_say_what_the_checks_say()
    {
        for (var character = '\u0001'; character < '\u0180'; character++)
        {
            var text = new string(character, 32);
            Fits("text_storage_id", text).ShouldBe(ContractLimits.IsStorageId(text), text);
            Fits("content_md5_hash", text).ShouldBe(ContractLimits.IsMd5(text), text);
        }
    }

    [Fact]
    public void A_text_is_one_that_every_reader_keeps()
    {
        // Not as data of a theory: attributes are kept in UTF-8, which has no half of a pair.
        foreach (var text in new[] { "Åsa 😀 李.txt", "", "a\0b", "\uD83D", "\uDE00x", "x\uD83Dx", "\uDE00\uD83D" })
        {
            Fits("original_file_name", text)
                .ShouldBe(StorableText.Is(text), Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(text)));
        }
        Fits("original_file_name", "a\0b").ShouldBeFalse();
    }

    static bool Fits(string field, string text)
    {
        var schema = EventSchemas.Of(Topics.EssayContentProvisioned)["properties"]!["data"]!["properties"]![field]!;
        return Regex.IsMatch(text, schema["pattern"]!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
