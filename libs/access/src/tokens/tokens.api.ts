import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Problem, readJson, TooOften, TextField, type WebRequest } from '#pages';
import { Public } from '../guard/decorators.js';
import { SignIn, tokenMinutes } from '../sign-in/sign-in.js';

export class TokenRequest {
  @TextField('the client id', { max: 100 })
  clientId: string;

  @TextField('the client secret', { max: 500 })
  clientSecret: string;
}

@ApiTags('access')
@Controller('api/v1/tokens')
export class TokensApi {
  constructor(private readonly signIn: SignIn) {}

  @Post()
  @Public()
  @HttpCode(201)
  @ApiOperation({ summary: 'Get a bearer token for a machine account' })
  @ApiBody({ type: TokenRequest })
  @ApiResponse({ status: 201, description: 'A token to send as `Authorization: Bearer …`' })
  @ApiResponse({ status: 401, description: 'The client id or the secret is not right' })
  @ApiResponse({ status: 429, description: 'Too many attempts' })
  async issue(@Req() request: WebRequest, @Body() body: unknown) {
    const reading = readJson(TokenRequest, body);
    if (!reading.ok) throw Problem.input(reading.errors);
    const { clientId, clientSecret } = reading.value;
    const issued = await this.signIn.machine(clientId, clientSecret, request.ip);
    if (issued.ok) return { token: issued.token, type: 'Bearer', expiresInSeconds: tokenMinutes * 60 };
    throw issued.why === 'wrong'
      ? Problem.of(401, 'Not signed in', 'The client id or the secret is not right')
      : new TooOften('Too many attempts', 'Wait for as many seconds as the header retry-after says, and try again', issued.seconds);
  }
}
