using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Phase1.BatchOrchestrator.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "batch_essays",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    essay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    text_storage_id = table.Column<string>(type: "text", nullable: true),
                    original_file_name = table.Column<string>(type: "text", nullable: true),
                    stored = table.Column<bool>(type: "boolean", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    excluded = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batch_essays", x => new { x.batch_id, x.essay_id });
                }
            );

            migrationBuilder.CreateTable(
                name: "batch_status_history",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    from_status = table.Column<string>(type: "text", nullable: true),
                    to_status = table.Column<string>(type: "text", nullable: false),
                    trigger = table.Column<string>(type: "text", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replayed = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batch_status_history", x => new { x.batch_id, x.seq });
                }
            );

            migrationBuilder.CreateTable(
                name: "batches",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: false),
                    org_id = table.Column<string>(type: "text", nullable: true),
                    class_id = table.Column<Guid>(type: "uuid", nullable: true),
                    class_type = table.Column<string>(type: "text", nullable: false),
                    course_code = table.Column<string>(type: "text", nullable: false),
                    expected_essay_count = table.Column<int>(type: "integer", nullable: false),
                    student_prompt_ref = table.Column<string>(type: "jsonb", nullable: true),
                    assignment_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provisioned_count = table.Column<int>(type: "integer", nullable: true),
                    failed_count = table.Column<int>(type: "integer", nullable: true),
                    stuck_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batches", x => x.batch_id);
                    table.CheckConstraint("ck_batches_expected_essay_count", "expected_essay_count between 1 and 500");
                }
            );

            migrationBuilder.CreateTable(
                name: "dead_letter_accesses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dead_letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_by = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letter_accesses", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "dead_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    partition = table.Column<int>(type: "integer", nullable: false),
                    log_offset = table.Column<long>(type: "bigint", nullable: false),
                    record_key = table.Column<string>(type: "text", nullable: true),
                    event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    reason_code = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    stack = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    first_failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    resolved_by = table.Column<string>(type: "text", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letters", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "held_messages",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    record_key = table.Column<string>(type: "text", nullable: false),
                    seq = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    partition = table.Column<int>(type: "integer", nullable: false),
                    log_offset = table.Column<long>(type: "bigint", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    envelope = table.Column<byte[]>(type: "bytea", nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    first_failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dead_letter_id = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_held_messages",
                        x => new
                        {
                            x.consumer,
                            x.record_key,
                            x.seq,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "idempotent_requests",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    response = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotent_requests", x => new { x.user_id, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.event_id, x.consumer });
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    partition_key = table.Column<string>(type: "text", nullable: false),
                    envelope = table.Column<byte[]>(type: "bytea", nullable: false),
                    headers = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "parked_facts",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    envelope = table.Column<string>(type: "jsonb", nullable: false),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parked_facts", x => new { x.batch_id, x.event_id });
                }
            );

            migrationBuilder.CreateTable(
                name: "partition_owners",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    partition = table.Column<int>(type: "integer", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    acquired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partition_owners", x => new { x.consumer, x.partition });
                }
            );

            migrationBuilder.CreateTable(
                name: "pipeline_runs",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_pipeline = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    phases = table.Column<string>(type: "jsonb", nullable: false),
                    current_phase = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    requested_by = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pipeline_runs", x => x.run_id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_batches_status_status_since",
                table: "batches",
                columns: new[] { "status", "status_since" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_batches_user_id_created_at",
                table: "batches",
                columns: new[] { "user_id", "created_at" }
            );

            migrationBuilder.CreateIndex(name: "ix_dead_letters_batch_id", table: "dead_letters", column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_state_last_failed_at",
                table: "dead_letters",
                columns: new[] { "state", "last_failed_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_consumer_event_id",
                table: "held_messages",
                columns: new[] { "consumer", "event_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_idempotent_requests_expires_at", table: "idempotent_requests", column: "expires_at");

            migrationBuilder.CreateIndex(name: "ix_inbox_processed_at", table: "inbox", column: "processed_at");

            migrationBuilder.CreateIndex(name: "ix_outbox_event_id", table: "outbox", column: "event_id", unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pipeline_runs_batch_id_client_correlation_id",
                table: "pipeline_runs",
                columns: new[] { "batch_id", "client_correlation_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_pipeline_runs_requested_by_requested_at",
                table: "pipeline_runs",
                columns: new[] { "requested_by", "requested_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ux_pipeline_runs_active",
                table: "pipeline_runs",
                column: "batch_id",
                unique: true,
                filter: "finished_at is null"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "batch_essays");

            migrationBuilder.DropTable(name: "batch_status_history");

            migrationBuilder.DropTable(name: "batches");

            migrationBuilder.DropTable(name: "dead_letter_accesses");

            migrationBuilder.DropTable(name: "dead_letters");

            migrationBuilder.DropTable(name: "held_messages");

            migrationBuilder.DropTable(name: "idempotent_requests");

            migrationBuilder.DropTable(name: "inbox");

            migrationBuilder.DropTable(name: "outbox");

            migrationBuilder.DropTable(name: "parked_facts");

            migrationBuilder.DropTable(name: "partition_owners");

            migrationBuilder.DropTable(name: "pipeline_runs");
        }
    }
}
