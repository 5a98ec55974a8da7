using System.Diagnostics;
using Phase1.Messaging;

namespace Phase1.Unit.Tests.Messaging.Telemetry;

public sealed class TraceContextTests
{
    const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const string Other = "00-1bf7651916cd43dd8448eb211c80319c-c7ad6b7169203331-01";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331")]
    [InlineData("01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01")]
    [InlineData("00-0af7651916cd43dd-448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c0b7ad6b7169203331-01")]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0\n")]
    public void What_is_no_traceparent_is_no_place(string? parent) => TraceContext.Read(parent, "a=b").ShouldBeNull();

    [Theory]
    [InlineData("a=b\r\nX-User-ID: somebody")]
    [InlineData("a=å")]
    [InlineData("")]
    public void A_tracestate_that_could_not_be_a_header_is_left_out(string state) =>
        TraceContext.Read(Parent, state)!.Value.State.ShouldBeNull();

    [Fact]
    public void A_tracestate_longer_than_W3Cs_512_characters_is_left_out()
    {
        TraceContext.Read(Parent, new string('a', 512))!.Value.State!.Length.ShouldBe(512);
        TraceContext.Read(Parent, new string('a', 513))!.Value.State.ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("school=blue,teacher=chalk and board")]
    public void A_stored_place_is_read_as_it_was_written(string? state)
    {
        var place = TraceContext.Read(Parent, state)!.Value;

        TraceContext.Parse(place.ToString()).ShouldBe(place);
    }

    [Fact]
    public void Work_goes_on_in_the_current_span_only_if_that_is_of_the_causes_trace()
    {
        var cause = TraceContext.Read(Parent, null);
        TraceContext.Within(cause).ShouldBe(cause);
        TraceContext.Within(null).ShouldBeNull();

        using var span = new Activity("work").SetParentId(Parent).Start();

        TraceContext.Within(cause)!.Value.Parent.ShouldBe(span.Id);
        TraceContext.Within(null)!.Value.Parent.ShouldBe(span.Id);
        var elsewhere = TraceContext.Read(Other, null);
        TraceContext.Within(elsewhere).ShouldBe(elsewhere);
    }

    [Fact]
    public void A_cause_gives_its_place_to_the_metadata_and_an_envelope_gives_it_back()
    {
        var cause = new EventCause(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Trace: TraceContext.Read(Parent, "a=b"));

        var metadata = cause.ToMetadata();

        metadata["traceparent"].ShouldBe(Parent);
        metadata["tracestate"].ShouldBe("a=b");
    }
}
