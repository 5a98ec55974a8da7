using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Phase1.ClassManagement.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cancelled_batches",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cancelled_batches", x => x.batch_id);
                });

            migrationBuilder.CreateTable(
                name: "courses",
                columns: table => new
                {
                    course_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    language = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courses", x => x.course_code);
                });

            migrationBuilder.CreateTable(
                name: "dead_letter_accesses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dead_letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_by = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letter_accesses", x => x.id);
                });

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
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "held_messages",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    record_key = table.Column<string>(type: "text", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false)
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
                    dead_letter_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_messages", x => new { x.consumer, x.record_key, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "idempotent_requests",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    response = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotent_requests", x => new { x.user_id, x.key });
                });

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
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.event_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    partition_key = table.Column<string>(type: "text", nullable: false),
                    envelope = table.Column<byte[]>(type: "bytea", nullable: false),
                    headers = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partition_owners",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    partition = table.Column<int>(type: "integer", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    acquired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partition_owners", x => new { x.consumer, x.partition });
                });

            migrationBuilder.CreateTable(
                name: "classes",
                columns: table => new
                {
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    course_code = table.Column<string>(type: "text", nullable: false),
                    created_by_user_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    org_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    roster_version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_classes", x => x.class_id);
                    table.ForeignKey(
                        name: "fk_classes_courses_course_code",
                        column: x => x.course_code,
                        principalTable: "courses",
                        principalColumn: "course_code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "association_sets",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_code = table.Column<string>(type: "text", nullable: false),
                    owner_user_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    org_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause_event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    suggested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deadline_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reminders_sent = table.Column<int>(type: "integer", nullable: false),
                    attention_sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    next_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    release_kind = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_association_sets", x => x.batch_id);
                    table.ForeignKey(
                        name: "fk_association_sets_classes_class_id",
                        column: x => x.class_id,
                        principalTable: "classes",
                        principalColumn: "class_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "students",
                columns: table => new
                {
                    student_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    last_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    legal_full_name = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    email = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    email_lower = table.Column<string>(type: "text", nullable: true, computedColumnSql: "lower(email)", stored: true),
                    is_placeholder = table.Column<bool>(type: "boolean", nullable: false),
                    placeholder_class_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_by_user_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_students", x => x.student_id);
                    table.CheckConstraint("ck_students_placeholder", "is_placeholder = (placeholder_class_id is not null)");
                    table.ForeignKey(
                        name: "fk_students_classes_placeholder_class_id",
                        column: x => x.placeholder_class_id,
                        principalTable: "classes",
                        principalColumn: "class_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "associations",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    essay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    validation_status = table.Column<string>(type: "text", nullable: false),
                    suggested_student_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confidence_score = table.Column<decimal>(type: "numeric", nullable: true),
                    match_reasons = table.Column<string>(type: "jsonb", nullable: false),
                    auto_confirm_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    suggestion_rejected = table.Column<bool>(type: "boolean", nullable: false),
                    suggestions = table.Column<string>(type: "jsonb", nullable: false),
                    no_match_reason = table.Column<string>(type: "text", nullable: true),
                    decided_student_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: true),
                    validation_method = table.Column<string>(type: "text", nullable: true),
                    validated_by = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    validated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    association_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_associations", x => new { x.batch_id, x.essay_id });
                    table.CheckConstraint("ck_associations_confidence_score", "confidence_score between 0 and 1");
                    table.ForeignKey(
                        name: "fk_associations_association_sets_batch_id",
                        column: x => x.batch_id,
                        principalTable: "association_sets",
                        principalColumn: "batch_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_associations_students_decided_student_id",
                        column: x => x.decided_student_id,
                        principalTable: "students",
                        principalColumn: "student_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_associations_students_suggested_student_id",
                        column: x => x.suggested_student_id,
                        principalTable: "students",
                        principalColumn: "student_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolments",
                columns: table => new
                {
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    student_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrolments", x => new { x.class_id, x.student_id });
                    table.ForeignKey(
                        name: "fk_enrolments_classes_class_id",
                        column: x => x.class_id,
                        principalTable: "classes",
                        principalColumn: "class_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_students_student_id",
                        column: x => x.student_id,
                        principalTable: "students",
                        principalColumn: "student_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "association_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    essay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    from_student_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_student_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_association_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_association_changes_associations_batch_id_essay_id",
                        columns: x => new { x.batch_id, x.essay_id },
                        principalTable: "associations",
                        principalColumns: new[] { "batch_id", "essay_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "courses",
                columns: new[] { "course_code", "language", "name" },
                values: new object[,]
                {
                    { "ENG5", "en", "English 5" },
                    { "ENG6", "en", "English 6" },
                    { "ENG7", "en", "English 7" },
                    { "SV1", "sv", "Svenska 1" },
                    { "SV2", "sv", "Svenska 2" },
                    { "SV3", "sv", "Svenska 3" }
                });

            migrationBuilder.CreateIndex(
                name: "ix_association_changes_batch_id_essay_id_version",
                table: "association_changes",
                columns: new[] { "batch_id", "essay_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_association_sets_open_class",
                table: "association_sets",
                column: "class_id",
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_association_sets_open_deadline",
                table: "association_sets",
                column: "deadline_at",
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_association_sets_open_next_due",
                table: "association_sets",
                column: "next_due_at",
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_associations_batch_id_validation_status",
                table: "associations",
                columns: new[] { "batch_id", "validation_status" });

            migrationBuilder.CreateIndex(
                name: "ix_associations_decided_student_id",
                table: "associations",
                column: "decided_student_id");

            migrationBuilder.CreateIndex(
                name: "ix_associations_essay_id",
                table: "associations",
                column: "essay_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_associations_suggested_student_id",
                table: "associations",
                column: "suggested_student_id");

            migrationBuilder.CreateIndex(
                name: "ix_classes_course_code",
                table: "classes",
                column: "course_code");

            migrationBuilder.CreateIndex(
                name: "ix_classes_created_by_user_id_class_id",
                table: "classes",
                columns: new[] { "created_by_user_id", "class_id" });

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_batch_id",
                table: "dead_letters",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_state_last_failed_at",
                table: "dead_letters",
                columns: new[] { "state", "last_failed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_student_id",
                table: "enrolments",
                column: "student_id");

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_consumer_event_id",
                table: "held_messages",
                columns: new[] { "consumer", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotent_requests_expires_at",
                table: "idempotent_requests",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_processed_at",
                table: "inbox",
                column: "processed_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_event_id",
                table: "outbox",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_students_own_email",
                table: "students",
                columns: new[] { "created_by_user_id", "email_lower" },
                unique: true,
                filter: "email is not null and deleted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_students_placeholder_class_id",
                table: "students",
                column: "placeholder_class_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_students_to_erase",
                table: "students",
                column: "deleted_at",
                filter: "deleted_at is not null and erased_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "association_changes");

            migrationBuilder.DropTable(
                name: "cancelled_batches");

            migrationBuilder.DropTable(
                name: "dead_letter_accesses");

            migrationBuilder.DropTable(
                name: "dead_letters");

            migrationBuilder.DropTable(
                name: "enrolments");

            migrationBuilder.DropTable(
                name: "held_messages");

            migrationBuilder.DropTable(
                name: "idempotent_requests");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "partition_owners");

            migrationBuilder.DropTable(
                name: "associations");

            migrationBuilder.DropTable(
                name: "association_sets");

            migrationBuilder.DropTable(
                name: "students");

            migrationBuilder.DropTable(
                name: "classes");

            migrationBuilder.DropTable(
                name: "courses");
        }
    }
}
