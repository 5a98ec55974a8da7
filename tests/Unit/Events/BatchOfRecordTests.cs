using System.Text;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

/// <summary>The batch of a record that breaks the contract is read as far as its JSON goes.</summary>
public sealed class BatchOfRecordTests
{
    const string Batch = "0190a000-0000-7000-8000-000000000001";
    const string Other = "0190a000-0000-7000-8000-000000000002";

    [Theory]
    [InlineData(Topics.BatchAuthorMatchesSuggested, $$$"""{"data":{"batch_id":"{{{Batch}}}"}}""")]
    [InlineData(Topics.EssayContentProvisioned, $$$"""{"data":{"entity_id":"{{{Batch}}}"}}""")]
    [InlineData(Topics.EssayContentProvisioned, $$$"""{"metadata":{"batch_id":"{{{Batch}}}"},"data":{}}""")]
    [InlineData(Topics.EssayContentProvisioned, $$$"""{"metadata":{"batch_id":"{{{Batch}}}"},"data":null}""")]
    [InlineData(Topics.EssayContentProvisioned, $$$"""{"metadata":{"batch_id":"{{{Other}}}"},"data":{"entity_id":"{{{Batch}}}"}}""")]
    [InlineData(
        Topics.EssayContentProvisioned,
        $$$"""{"x":[{"batch_id":"{{{Other}}}"}],"data":{"x":{"batch_id":"{{{Other}}}"},"entity_id":"{{{Batch}}}","y":"""
    )]
    [InlineData(Topics.TeacherNotificationRequested, $$$"""{"data":{"entity_id":"{{{Other}}}","batch_id":"{{{Batch}}}"}}""")]
    [InlineData("no.such.topic", $$$"""{"data":{"entity_id":"{{{Other}}}","batch_id":"{{{Batch}}}"}}""")]
    public void The_batch_is_found(string topic, string body) => Find(topic, body).ShouldBe(Guid.Parse(Batch));

    [Theory]
    [InlineData(Topics.EssayContentProvisioned, "")]
    [InlineData(Topics.EssayContentProvisioned, "no json")]
    [InlineData(Topics.EssayContentProvisioned, "[]")]
    [InlineData(Topics.EssayContentProvisioned, $$$"""{"batch_id":"{{{Other}}}"}""")]
    [InlineData(Topics.EssayContentProvisioned, """{"data":{"entity_id":17,"batch_id":"b"}}""")]
    [InlineData(Topics.EssayContentProvisioned, """{"data":{"entity_id":"00000000-0000-0000-0000-000000000000"}}""")]
    [InlineData(Topics.ClassCreated, $$$"""{"data":{"entity_id":"{{{Other}}}"}}""")]
    public void Where_none_is_named_none_is_found(string topic, string body) => Find(topic, body).ShouldBeNull();

    [Fact]
    public void Every_record_about_a_batch_names_it_and_no_other_does()
    {
        foreach (var fact in Examples.All)
        {
            BatchOfRecord
                .Find(EnvelopeSerializer.Write(fact, Examples.StampOf(fact)), Topics.Of(fact))
                .ShouldBe(fact.Batch, Topics.Of(fact));
        }
    }

    static Guid? Find(string topic, string body) => BatchOfRecord.Find(Encoding.UTF8.GetBytes(body), topic);
}
