using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Phase1.ModelGateway.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalogue_versions",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_versions", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "consumed_offsets",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    partition = table.Column<int>(type: "integer", nullable: false),
                    next_offset = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consumed_offsets", x => new { x.consumer, x.topic, x.partition });
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

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
                    origin = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    partition = table.Column<int>(type: "integer", nullable: true),
                    log_offset = table.Column<long>(type: "bigint", nullable: true),
                    record_key = table.Column<string>(type: "text", nullable: true),
                    event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    body_digest = table.Column<byte[]>(type: "bytea", nullable: false, computedColumnSql: "sha256(body)", stored: true),
                    cause = table.Column<string>(type: "text", nullable: false, computedColumnSql: "left(encode(sha256(decode(replace(topic || chr(10) || reason_code || chr(10) || case when reason_code = 'PROCESSING_ERROR' then reason else '' end || chr(10) || coalesce(substring(stack from 'at (Phase1\\.[^(]+)\\('), ''), '\\', '\\\\'), 'escape')), 'hex'), 16)", stored: true),
                    frame = table.Column<string>(type: "text", nullable: true, computedColumnSql: "substring(stack from 'at (Phase1\\.[^(]+)\\(')", stored: true),
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
                name: "deleted_batches",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_user_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deleted_batches", x => x.batch_id);
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
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.event_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "llm_attempts",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt_no = table.Column<int>(type: "integer", nullable: false),
                    model_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    provider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    http_status = table.Column<int>(type: "integer", nullable: true),
                    skip_reason = table.Column<string>(type: "text", nullable: true),
                    latency_ms = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llm_attempts", x => new { x.request_id, x.attempt_no });
                });

            migrationBuilder.CreateTable(
                name: "llm_models",
                columns: table => new
                {
                    model_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    provider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    wire_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    tier = table.Column<string>(type: "text", nullable: false),
                    context_tokens = table.Column<int>(type: "integer", nullable: false),
                    max_output_tokens = table.Column<int>(type: "integer", nullable: false),
                    supports_json = table.Column<bool>(type: "boolean", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llm_models", x => x.model_id);
                    table.CheckConstraint("ck_llm_models_id", "model_id like provider || '/_%'");
                    table.CheckConstraint("ck_llm_models_output", "max_output_tokens between 0 and context_tokens");
                });

            migrationBuilder.CreateTable(
                name: "llm_prices",
                columns: table => new
                {
                    price_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    provider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    model = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    price = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    currency = table.Column<string>(type: "character(3)", fixedLength: true, maxLength: 3, nullable: false),
                    effective_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    effective_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_by = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llm_prices", x => x.price_id);
                    table.CheckConstraint("ck_llm_prices_price", "price >= 0");
                    table.CheckConstraint("ck_llm_prices_request", "(direction = 'request') = (unit = 'request')");
                    table.CheckConstraint("ck_llm_prices_span", "effective_until > effective_from");
                });

            migrationBuilder.CreateTable(
                name: "llm_routes",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    task_type = table.Column<string>(type: "text", nullable: false),
                    complexity = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    chain = table.Column<string[]>(type: "text[]", nullable: false),
                    on_budget = table.Column<string>(type: "text", nullable: false),
                    attempt_timeout_ms = table.Column<int>(type: "integer", nullable: false),
                    deadline_ms = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llm_routes", x => new { x.workspace_id, x.task_type, x.complexity });
                    table.CheckConstraint("ck_llm_routes_chain", "cardinality(chain) between 1 and 8");
                });

            migrationBuilder.CreateTable(
                name: "llm_usage",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt_no = table.Column<int>(type: "integer", nullable: false),
                    provider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    model_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    input_tokens = table.Column<long>(type: "bigint", nullable: false),
                    output_tokens = table.Column<long>(type: "bigint", nullable: false),
                    cost_input = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    cost_output = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    cost_request = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    cost_total = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    currency = table.Column<string>(type: "character(3)", fixedLength: true, maxLength: 3, nullable: false),
                    price_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    pricing_source = table.Column<string>(type: "text", nullable: false),
                    zero_reason = table.Column<string>(type: "text", nullable: true),
                    usage_estimated = table.Column<bool>(type: "boolean", nullable: false),
                    is_fallback = table.Column<bool>(type: "boolean", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    reported_cost = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: true),
                    request_bytes = table.Column<long>(type: "bigint", nullable: false),
                    answer_bytes = table.Column<long>(type: "bigint", nullable: false),
                    request_sha256 = table.Column<byte[]>(type: "bytea", nullable: true),
                    latency_ms = table.Column<long>(type: "bigint", nullable: false),
                    local_day = table.Column<DateOnly>(type: "date", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    workspace_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    user_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    course_code = table.Column<string>(type: "text", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    essay_id = table.Column<Guid>(type: "uuid", nullable: true),
                    caller = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    task_type = table.Column<string>(type: "text", nullable: false),
                    complexity = table.Column<string>(type: "text", nullable: false),
                    own_key = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llm_usage", x => x.request_id);
                    table.CheckConstraint("ck_llm_usage_costs", "cost_input >= 0 and cost_output >= 0 and cost_request >= 0");
                    table.CheckConstraint("ck_llm_usage_tokens", "input_tokens >= 0 and output_tokens >= 0");
                    table.CheckConstraint("ck_llm_usage_total", "cost_total = cost_input + cost_output + cost_request");
                    table.CheckConstraint("ck_llm_usage_zero", "cost_total > 0 or zero_reason is not null");
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
                name: "reservations",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    est_input = table.Column<long>(type: "bigint", nullable: false),
                    max_output = table.Column<long>(type: "bigint", nullable: false),
                    workspace_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    user_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    course_code = table.Column<string>(type: "text", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    essay_id = table.Column<Guid>(type: "uuid", nullable: true),
                    caller = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    task_type = table.Column<string>(type: "text", nullable: false),
                    complexity = table.Column<string>(type: "text", nullable: false),
                    own_key = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reservations", x => x.request_id);
                });

            migrationBuilder.CreateTable(
                name: "workspaces",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    organisation_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    currency = table.Column<string>(type: "character(3)", fixedLength: true, maxLength: 3, nullable: false),
                    allowed_providers = table.Column<string[]>(type: "text[]", nullable: true),
                    allowed_regions = table.Column<string[]>(type: "text[]", nullable: true),
                    no_external = table.Column<bool>(type: "boolean", nullable: false),
                    own_key_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    prefer_own_key = table.Column<bool>(type: "boolean", nullable: false),
                    preferred_providers = table.Column<string[]>(type: "text[]", nullable: false),
                    admin_user_ids = table.Column<string[]>(type: "text[]", nullable: false),
                    gateway_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workspaces", x => x.workspace_id);
                });

            migrationBuilder.CreateTable(
                name: "dead_letter_history",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    dead_letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true),
                    reason_code = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letter_history", x => new { x.dead_letter_id, x.seq });
                    table.ForeignKey(
                        name: "fk_dead_letter_history_dead_letters_dead_letter_id",
                        column: x => x.dead_letter_id,
                        principalTable: "dead_letters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "budgets",
                columns: table => new
                {
                    budget_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<string>(type: "character varying(260)", nullable: true),
                    scope_type = table.Column<string>(type: "text", nullable: false),
                    scope_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    limit_amount = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: true),
                    currency = table.Column<string>(type: "character(3)", fixedLength: true, maxLength: 3, nullable: true),
                    warning_pct = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false),
                    critical_pct = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_by = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budgets", x => x.budget_id);
                    table.CheckConstraint("ck_budgets_currency", "(currency is null) = (unit = 'tokens')");
                    table.CheckConstraint("ck_budgets_limit", "limit_amount >= 0");
                    table.CheckConstraint("ck_budgets_request", "(scope_type = 'request') = (period = 'request')");
                    table.CheckConstraint("ck_budgets_thresholds", "0 < warning_pct and warning_pct < critical_pct and critical_pct <= 100");
                    table.CheckConstraint("ck_budgets_workspace", "(workspace_id is null) = (scope_type = 'organisation')");
                    table.ForeignKey(
                        name: "fk_budgets_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "workspace_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_periods",
                columns: table => new
                {
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    budget_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_key = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    limit_amount = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: true),
                    limit_version = table.Column<int>(type: "integer", nullable: false),
                    spent = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    reserved = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    critical_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    exceeded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_periods", x => x.period_id);
                    table.CheckConstraint("ck_budget_periods_reserved", "reserved >= 0");
                    table.CheckConstraint("ck_budget_periods_spent", "spent >= 0");
                    table.ForeignKey(
                        name: "fk_budget_periods_budgets_budget_id",
                        column: x => x.budget_id,
                        principalTable: "budgets",
                        principalColumn: "budget_id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.CreateTable(
                name: "reservation_meters",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reservation_meters", x => new { x.request_id, x.period_id });
                    table.ForeignKey(
                        name: "fk_reservation_meters_budget_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "budget_periods",
                        principalColumn: "period_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reservation_meters_reservations_request_id",
                        column: x => x.request_id,
                        principalTable: "reservations",
                        principalColumn: "request_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "catalogue_versions",
                columns: new[] { "name", "version" },
                values: new object[,]
                {
                    { "models", 1L },
                    { "prices", 1L },
                    { "routes", 1L }
                });

            migrationBuilder.InsertData(
                table: "llm_models",
                columns: new[] { "model_id", "context_tokens", "enabled", "max_output_tokens", "provider", "supports_json", "tier", "version", "wire_name" },
                values: new object[,]
                {
                    { "local/default", 8192, true, 2048, "local", true, "local", 1L, "default" },
                    { "rules/none", 0, true, 0, "rules", true, "rules", 1L, "none" }
                });

            migrationBuilder.InsertData(
                table: "llm_routes",
                columns: new[] { "complexity", "task_type", "workspace_id", "attempt_timeout_ms", "chain", "deadline_ms", "on_budget", "version" },
                values: new object[,]
                {
                    { "*", "essay_feedback", "*", 30000, new[] { "local/default" }, 120000, "refuse", 1L },
                    { "*", "general", "*", 30000, new[] { "local/default" }, 120000, "downgrade", 1L },
                    { "*", "long_essay", "*", 30000, new[] { "local/default" }, 120000, "refuse", 1L },
                    { "*", "name_extraction", "*", 5000, new[] { "local/default", "rules/none" }, 12000, "downgrade", 1L }
                });

            migrationBuilder.CreateIndex(
                name: "ix_budget_periods_budget_id_period_key",
                table: "budget_periods",
                columns: new[] { "budget_id", "period_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_budgets_workspace_id_scope_type_scope_id_period_unit",
                table: "budgets",
                columns: new[] { "workspace_id", "scope_type", "scope_id", "period", "unit" },
                unique: true,
                filter: "is_active")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_dead_letter_accesses_dead_letter_id",
                table: "dead_letter_accesses",
                column: "dead_letter_id");

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_batch_id",
                table: "dead_letters",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_cause",
                table: "dead_letters",
                column: "cause",
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_open_record",
                table: "dead_letters",
                columns: new[] { "consumer", "topic", "partition", "log_offset", "body_digest" },
                unique: true,
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_resolved_at",
                table: "dead_letters",
                column: "resolved_at",
                filter: "resolved_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_state_last_failed_at",
                table: "dead_letters",
                columns: new[] { "state", "last_failed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_deleted_batches_deleted_at",
                table: "deleted_batches",
                column: "deleted_at");

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_batch_id",
                table: "held_messages",
                column: "batch_id",
                filter: "batch_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_consumer_event_id",
                table: "held_messages",
                columns: new[] { "consumer", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_dead_letter_id",
                table: "held_messages",
                column: "dead_letter_id",
                filter: "dead_letter_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_idempotent_requests_expires_at",
                table: "idempotent_requests",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_processed_at",
                table: "inbox",
                column: "processed_at");

            migrationBuilder.CreateIndex(
                name: "ix_llm_attempts_started_at",
                table: "llm_attempts",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_llm_prices_open",
                table: "llm_prices",
                columns: new[] { "workspace_id", "model", "direction" },
                unique: true,
                filter: "effective_until is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_llm_prices_workspace_id_model_direction_effective_from",
                table: "llm_prices",
                columns: new[] { "workspace_id", "model", "direction", "effective_from" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_llm_usage_batch_id",
                table: "llm_usage",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_llm_usage_essay_id",
                table: "llm_usage",
                column: "essay_id");

            migrationBuilder.CreateIndex(
                name: "ix_llm_usage_occurred_at",
                table: "llm_usage",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "ix_llm_usage_workspace_id_local_day",
                table: "llm_usage",
                columns: new[] { "workspace_id", "local_day" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_event_id",
                table: "outbox",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reservation_meters_period_id",
                table: "reservation_meters",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_expires_at",
                table: "reservations",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_workspaces_organisation_id",
                table: "workspaces",
                column: "organisation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_versions");

            migrationBuilder.DropTable(
                name: "consumed_offsets");

            migrationBuilder.DropTable(
                name: "dead_letter_accesses");

            migrationBuilder.DropTable(
                name: "dead_letter_history");

            migrationBuilder.DropTable(
                name: "deleted_batches");

            migrationBuilder.DropTable(
                name: "held_messages");

            migrationBuilder.DropTable(
                name: "idempotent_requests");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "llm_attempts");

            migrationBuilder.DropTable(
                name: "llm_models");

            migrationBuilder.DropTable(
                name: "llm_prices");

            migrationBuilder.DropTable(
                name: "llm_routes");

            migrationBuilder.DropTable(
                name: "llm_usage");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "partition_owners");

            migrationBuilder.DropTable(
                name: "reservation_meters");

            migrationBuilder.DropTable(
                name: "dead_letters");

            migrationBuilder.DropTable(
                name: "budget_periods");

            migrationBuilder.DropTable(
                name: "reservations");

            migrationBuilder.DropTable(
                name: "budgets");

            migrationBuilder.DropTable(
                name: "workspaces");
        }
    }
}
